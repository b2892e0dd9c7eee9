package modpool.session.learn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.sound.midi.Receiver;
import modpool.bridge.ControllerSet;
import modpool.bridge.Notices;
import modpool.control.Control;
import modpool.learn.Binding;
import modpool.learn.BindingMemory;
import modpool.learn.Bindings;
import modpool.learn.ControlName;
import modpool.learn.Takeover;
import modpool.session.front.Front;
import modpool.session.song.SongDesk;

/// The controllers that have been learned, and the learning of one. The session's thread, but for
/// what says otherwise.
public final class LearnedControls implements Front {
  private static final int PRESSED_FROM = 64;
  private static final int MOST_WAITING = 1024; // what comes beyond is lost
  private static final int NONE = -1;
  private static final int ANY = -2;

  /// A controller was moved.
  private record Move(int channel, int controller, int value) {}

  private final Control control;
  private final Controls controls;
  private final BindingMemory memory;
  private final Consumer<String> say;
  private final BlockingQueue<Move> moves = new LinkedBlockingQueue<>(MOST_WAITING);
  private final AtomicReference<Runnable> wake = new AtomicReference<>(() -> {});
  private final Map<ControlName, Takeover> takeovers = new HashMap<>();
  private final Map<ControlName, Integer> pressed = new HashMap<>(); // the last values of buttons
  private final AtomicReference<ControllerSet> bound = new AtomicReference<>(ControllerSet.NONE);
  private final AtomicInteger claim = new AtomicInteger(NONE); // address to be learned, or ANY
  private Bindings bindings;
  private ControlName learning; // null: none

  /// @param say takes lines for people
  public LearnedControls(
      Control control, SongDesk desk, BindingMemory memory, Consumer<String> say) {
    this.control = control;
    this.memory = memory;
    this.say = say;
    controls = new Controls(control, desk);
    bindings = memory.read(say);
    take();
  }

  /// What an input sends to, so that what is learned comes here. Any thread.
  public Receiver tap(Receiver receiver) {
    return new ControllerTap(this, receiver);
  }

  /// The session runs.
  ///
  /// @param lines wakes its thread by an empty line
  public LearnedControls connect(Consumer<String> lines) {
    wake.set(() -> lines.accept(""));
    return this;
  }

  /// Whether an input is to keep a controller from its channel and have it heard here. While one is
  /// learned that is the first to move, and no other: those go on to their channels. Any thread.
  ///
  /// @param channel from 0
  boolean takes(int channel, int controller) {
    int address = ControllerSet.address(channel, controller);
    boolean claims =
        Binding.isFree(controller) && (claim.get() == address || claim.compareAndSet(ANY, address));
    return claims || bound.get().has(channel, controller);
  }

  /// A controller that was taken has been moved. Any thread.
  ///
  /// @param channel from 0
  void hear(int channel, int controller, int value) {
    boolean sleeps = moves.isEmpty();
    if (moves.offer(new Move(channel + 1, controller, value)) && sleeps) {
      wake.get().run();
    }
  }

  @Override
  public void hear(long notice) {
    if (Notices.kind(notice) == Notices.CONTROLLER) {
      int detail = Notices.detail(notice);
      moves.offer(new Move(Notices.channel(notice) + 1, detail >> 7, detail & 0x7F));
    }
  }

  /// Acts on what has been heard.
  @Override
  public void show() {
    for (Move move = moves.poll(); move != null; move = moves.poll()) {
      act(move);
    }
  }

  private void act(Move move) {
    ControlName control = bindings.controlOf(move.controller(), move.channel());
    if (learning != null) {
      bind(new Binding(move.controller(), move.channel(), learning));
    } else if (control == null) { // the output's port took it while something was learned
      this.control.desk().controller(move.channel(), move.controller(), move.value());
    } else if (control.knob().isButton()) {
      int before = pressed.getOrDefault(control, 0);
      pressed.put(control, move.value());
      if (before < PRESSED_FROM && move.value() >= PRESSED_FROM) {
        press(control);
      }
    } else {
      turn(control, move.value());
    }
  }

  private void press(ControlName control) {
    try {
      controls.press(control);
    } catch (IllegalArgumentException e) {
      say.accept(e.getMessage());
    }
  }

  private void turn(ControlName control, int value) {
    Takeover takeover = takeovers.computeIfAbsent(control, _ -> new Takeover());
    int reached = controls.reached(control, value);
    if (takeover.move(value, reached, controls.value(control), System.nanoTime() / 1_000_000)) {
      controls.turn(control, value);
    }
  }

  /// Acts on the line `learn CONTROL` or `learn off`.
  public void learn(String rest) {
    if (rest.isEmpty()) {
      throw new IllegalArgumentException("it is: learn CONTROL, or learn off");
    }
    learning = rest.equals("off") ? null : ControlName.parse(rest);
    if (learning != null) {
      say.accept("move a controller, and it is " + learning.words());
    }
    take();
  }

  /// Acts on the line `map CC CH CONTROL`; `map` alone says what is bound.
  public void map(String rest) {
    if (rest.isEmpty()) {
      say.accept(bindings.list().isEmpty() ? "no controller is learned" : "learned: " + all());
      return;
    }
    String[] words = rest.split("\\s+");
    if (words.length != 3) {
      throw new IllegalArgumentException("it is: map CC CH CONTROL");
    }
    try {
      bind(
          new Binding(
              Integer.parseInt(words[0]), Integer.parseInt(words[1]), ControlName.parse(words[2])));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("it is: map CC CH CONTROL", e);
    }
  }

  private String all() {
    List<String> each =
        bindings.list().stream().map(b -> b.words() + " is " + b.control().text()).toList();
    return String.join(", ", each);
  }

  /// Acts on the line `unmap CONTROL` or `unmap all`.
  public void unmap(String rest) {
    if (rest.isEmpty()) {
      throw new IllegalArgumentException("it is: unmap CONTROL, or unmap all");
    }
    keep(rest.equals("all") ? Bindings.NONE : bindings.without(ControlName.parse(rest)));
  }

  private void bind(Binding binding) {
    Bindings next = bindings.with(binding);
    takeovers.remove(binding.control());
    pressed.remove(binding.control());
    learning = null;
    keep(next);
    if (binding.isHeld()) { // the channel won't hear it let go
      control.desk().controller(binding.channel(), binding.controller(), 0);
    }
    say.accept(binding.words() + " is " + binding.control().words() + " from now on");
  }

  private void keep(Bindings next) {
    bindings = next;
    pressed.keySet().removeIf(control -> !next.binds(control));
    memory.write(next, say);
    take();
  }

  /// While one is learned, every controller that is free is listened to.
  private void take() {
    boolean any = learning != null;
    Bindings now = bindings;
    ControllerSet set =
        new ControllerSet(address -> now.controlOf(address % 128, address / 128 + 1) != null);
    bound.set(set);
    claim.set(any ? ANY : NONE);
    control.take(any ? new ControllerSet(address -> Binding.isFree(address % 128)) : set);
  }

  /// What is bound.
  public List<Binding> bindings() {
    return bindings.list();
  }

  /// What is being learned, or null.
  public ControlName learning() {
    return learning;
  }

  @Override
  public void close() {}
}
