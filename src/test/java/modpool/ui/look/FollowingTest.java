package modpool.ui.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowingTest {
  private final Following following = new Following();

  @Test
  void it_ends_with_the_setting_also_with_one_that_fails() {
    List<Boolean> within = new ArrayList<>();
    following.run(
        () -> {
          following.run(() -> within.add(following.isOn()));
          within.add(following.isOn());
        });
    assertEquals(List.of(true, true), within);
    assertFalse(following.isOn());
    assertThrows(
        IllegalStateException.class,
        () ->
            following.run(
                () -> {
                  throw new IllegalStateException();
                }));
    assertFalse(following.isOn());
  }
}
