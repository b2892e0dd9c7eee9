/// What a window sees: numbers that the render thread writes in every block, or while somebody
/// looks, and any thread reads. A reader may meet one block's number beside the next one's. JDK
/// only.
package modpool.bridge.board;
