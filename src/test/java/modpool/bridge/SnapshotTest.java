package modpool.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class SnapshotTest {
  @Test
  void the_latest_wins_and_is_read_as_often_as_wanted() {
    Snapshot<String> snapshot = new Snapshot<>("first");
    assertEquals("first", snapshot.latest());
    String third = "third";

    snapshot.publish("second");
    snapshot.publish(third);

    assertSame(third, snapshot.latest());
    assertSame(third, snapshot.latest());
  }

  /// What a rack is here: a number, and arrays that the reader must find filled.
  private record Picture(int generation, int[] copies) {}

  @Test
  void no_event_meets_a_picture_older_than_the_one_its_sender_had_published()
      throws InterruptedException {
    int generations = 1_000_000;
    Snapshot<Picture> pictures = new Snapshot<>(new Picture(0, new int[4]));
    EventQueue queue = new EventQueue(1024);
    Thread publisher = Thread.ofPlatform().start(() -> publish(pictures, queue, generations));
    Thread bystander = Thread.ofPlatform().start(() -> follow(pictures, queue, generations));
    long[] count = new long[2]; // events that met an older picture; pictures not filled
    int generation = 0;
    while (publisher.isAlive() || bystander.isAlive() || generation < generations) {
      long limit = queue.limit();
      Picture picture = pictures.latest();
      generation = picture.generation();
      int seen = generation;
      queue.drain(limit, (_, event) -> count[0] += Event.value(event) > seen ? 1 : 0);
      for (int copy : picture.copies()) {
        count[1] += copy == generation ? 0 : 1;
      }
    }
    publisher.join();
    bystander.join();

    assertEquals(0, count[0], "events that met an older picture");
    assertEquals(0, count[1], "pictures seen half built");
  }

  private static void publish(Snapshot<Picture> pictures, EventQueue queue, int generations) {
    for (int i = 1; i <= generations; i++) {
      pictures.publish(new Picture(i, new int[] {i, i, i, i}));
      send(queue, Event.of(Event.NOTE_ON, 1, 0, 0, i));
    }
  }

  /// A thread that has only seen a picture may rely on it as well.
  private static void follow(Snapshot<Picture> pictures, EventQueue queue, int generations) {
    int generation = 0;
    while (generation < generations) {
      generation = pictures.latest().generation();
      send(queue, Event.of(Event.NOTE_ON, 2, 0, 0, generation));
    }
  }

  private static void send(EventQueue queue, long event) {
    while (!queue.offer(0, event)) {
      Thread.yield();
    }
  }
}
