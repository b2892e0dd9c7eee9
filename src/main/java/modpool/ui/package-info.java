/// The window: what a session looks like and how it is played by hand. Everything in it can be done by the
/// session's lines too.
///
///     WindowStart (while the instrument opens) --> Window (event thread) --> views of ui.rack, ui.keys ...
///     session's thread --> WindowFront --> Sight --> Window, 30 times a second --> the view that is seen
package modpool.ui;
