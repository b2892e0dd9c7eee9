/// What a terminal shows of a song in play: lines of text as pure functions of a
/// [modpool.view.Scene]. Control's; knows neither terminals nor the instrument.
///
///     Scene -> SongView -+-> PatternLines -> CellText
///                        +-> PoolMap
package modpool.view;
