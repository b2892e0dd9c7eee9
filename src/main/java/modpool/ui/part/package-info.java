/// What the window's views share: what they see, what they may do, and the menus that several have.
/// The event thread's, except where a class says otherwise.
///
///     session's thread --> Sight (a picture, made anew when something has changed) --> views
///     render thread -----> VoiceBoard, Meters -------------------------------------> views, 30 times a second
///     views --> Hands --> lines for the session, events for the renderer
package modpool.ui.part;
