/// The page of the settings: devices, what the next start has, how the window looks. Event thread.
package modpool.ui.settings;
