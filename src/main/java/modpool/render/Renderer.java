package modpool.render;

import java.util.Arrays;
import modpool.bridge.Entry;
import modpool.bridge.Event;
import modpool.bridge.EventQueue;
import modpool.bridge.Imprint;
import modpool.bridge.Imprints;
import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;
import modpool.bridge.Notices;
import modpool.bridge.RenderThread;
import modpool.bridge.Snapshot;
import modpool.bridge.Tape;
import modpool.bridge.board.VoiceBoard;
import modpool.dsp.Grid;
import modpool.io.BlockRenderer;
import modpool.io.ChannelPairs;
import modpool.io.PortMidi;
import modpool.midi.PortInput;
import modpool.midi.channel.Channels;
import modpool.midi.channel.Sensing;
import modpool.tracker.SongPlayer;
import modpool.tracker.clock.SongClock;

/// Renders block after block: the one owner of everything that sounds. The bytes do not depend on
/// how long the blocks are.
public final class Renderer implements BlockRenderer {
  private static final int WAITING_EVENTS = 1 << 14;

  private final EventQueue queue;
  private final Snapshot<Rack> racks;
  private final Meters meters;
  private final Notices notices;
  private final VoiceBoard board;
  private final Imprints imprints;
  private final Tape tape;
  private final Mixer mixer;
  private final Channels channels;
  private final EventHeap waiting;
  private final Sensing sensing;
  private final Ticks ticks;
  private final Transport transport;
  private final PortInput port;
  private final PortMidi noMidi = new PortMidi();
  private final Entry entry = new Entry();
  private final SequencePlayer sequence = new SequencePlayer();
  private final Losses losses;

  private Rack rack;
  private SongPlayer song;
  private int songTempo = SongClock.AS_WRITTEN;
  private long position;
  private boolean settled = true;

  /// @param port reads the MIDI that comes with the blocks
  public Renderer(
      EventQueue queue,
      Snapshot<Rack> racks,
      Meters meters,
      Notices notices,
      VoiceBoard board,
      MixSettings mix,
      PortInput port,
      Imprints imprints,
      Tape tape) {
    this.queue = queue;
    this.racks = racks;
    this.meters = meters;
    this.notices = notices;
    this.port = port;
    this.board = board;
    this.imprints = imprints;
    this.tape = tape;
    mixer = new Mixer(mix, meters, board);
    channels = new Channels(meters, notices);
    waiting = new EventHeap(WAITING_EVENTS);
    losses = new Losses();
    transport = new Transport(mix.rate(), notices);
    ticks = new Ticks(mix.rate());
    sensing = new Sensing(mix.rate());
    begin();
    channels.show(board.channels()); // whoever looks before the first block sees them at rest
  }

  private Renderer(Renderer before, Snapshot<Rack> racks, MixSettings mix) {
    queue = before.queue;
    this.racks = racks;
    meters = before.meters;
    notices = before.notices;
    port = before.port;
    board = before.board;
    imprints = before.imprints;
    tape = before.tape;
    mixer = new Mixer(mix, meters, board);
    channels = before.channels;
    waiting = before.waiting;
    losses = before.losses;
    transport = new Transport(mix.rate(), before.transport);
    ticks = new Ticks(mix.rate());
    sensing = new Sensing(mix.rate()); // whoever is there will say so again
    position = before.position;
    songTempo = before.songTempo;
    sequence.setTempo(songTempo, position);
    begin();
    releaseSequence(); // it ends here, since its frames were counted at the other rate
  }

  private void begin() {
    noMidi.clear();
    rack = racks.latest();
    adopt(rack);
  }

  /// A renderer of other racks and at another rate that goes on in this one's place: at its frame,
  /// with its channels' programs and controllers and the events that wait. What sounds does not
  /// come along. For control, when this one renders no more.
  public Renderer successor(Snapshot<Rack> nextRacks, MixSettings mix) {
    return new Renderer(this, nextRacks, mix);
  }

  @Override
  @RenderThread
  public void render(float[] left, float[] right, int frames) {
    render(left, right, frames, noMidi);
  }

  @Override
  @RenderThread
  public void render(float[] left, float[] right, int frames, PortMidi midi) {
    render(left, right, frames, midi, null);
  }

  @Override
  @RenderThread
  public void render(float[] left, float[] right, int wanted, PortMidi midi, ChannelPairs pairs) {
    // No exception may leave an instrument half rendered: what does not fit is not rendered.
    int fitting = pairs == null ? wanted : Math.min(wanted, pairs.maxFrames());
    int frames = Math.max(0, Math.min(fitting, Math.min(left.length, right.length)));
    if (pairs != null) {
      pairs.clear(frames);
    }
    if (!entry.enter()) {
      refuse(left, right, frames, midi);
      return;
    }
    losses.add(queue.takeLost()); // before the limit: what came before them is below it
    Imprint asked = imprints.wanted(); // before the limit: what its asker sent is part of it
    long limit = queue.limit();
    Rack newest = racks.latest();
    boolean drained = queue.drain(limit, waiting);
    port.read(midi, position, waiting); // after the queue: in one frame its events come first
    losses.add(waiting.takeRefused() + midi.lost());
    if (drained) {
      planSilence();
    }
    long start = position;
    long end = start + frames;
    int voices = 0;
    int mostVoices = 0;
    while (position < end) {
      if (newest != rack && newest.effectiveFrame() <= position) {
        adopt(newest);
      }
      if (losses.isDue(position)) {
        tape.record(position, Event.of(Event.LOST, 0, 0, 0, 0));
        channels.silence(position);
      }
      actOnEvents();
      long next = Math.min(end, Math.min(nextEventFrame(), nextCheck()));
      next = Math.min(next, nextTick());
      if (newest != rack) {
        next = Math.min(next, newest.effectiveFrame());
      }
      next = Math.min(next, position + Grid.PIECE);
      mixer.mute(channels.zoneWide(rack.mutedChannels()));
      voices =
          mixer.mix(
              rack,
              position,
              left,
              right,
              pairs,
              (int) (position - start),
              (int) (next - position));
      mostVoices = Math.max(mostVoices, voices);
      position = next;
    }
    mixer.finish(left, right, pairs, frames);
    if (asked != null) {
      channels.copyTo(asked);
      imprints.taken(asked);
    }
    report(voices, mostVoices);
    entry.leave();
  }

  /// Somebody else is inside: this block is silent, and what reached the port with it is lost.
  private void refuse(float[] left, float[] right, int frames, PortMidi midi) {
    Arrays.fill(left, 0, frames, 0f);
    Arrays.fill(right, 0, frames, 0f);
    if (midi.size() + midi.lost() > 0) {
      queue.lose();
    }
  }

  /// Where the next block begins, in frames since the start.
  @RenderThread
  public long position() {
    return position;
  }

  /// Copies what the channels are set to, unless a block is being rendered. For whoever asks while
  /// nobody renders.
  ///
  /// @return false when one is
  public boolean copyTo(Imprint state) {
    boolean alone = entry.enter();
    if (alone) {
      channels.copyTo(state);
      entry.leave();
    }
    return alone;
  }

  /// True when nothing sounds and no event waits.
  public boolean isIdle() {
    return waiting.isEmpty()
        && rack.isSilent()
        && mixer.isSilent()
        && nextEventFrame() == Long.MAX_VALUE;
  }

  private void adopt(Rack next) {
    if (song != null && song != next.song()) {
      song.stop(position);
    }
    rack = next;
    tape.record(position, Event.of(Event.ADOPTED, 0, 0, 0, (int) next.generation()));
    rack.adopt(position);
    for (int channel = 0; channel < Channels.COUNT; channel++) {
      Strip strip = rack.stripOf(channel);
      channels.attach(channel, strip == null ? null : strip.instrument(), rack.programs());
    }
    Strip editor = rack.stripOf(Strip.EDITOR);
    channels.attachEditor(position, editor == null ? null : editor.instrument(), rack.edited());
    channels.setTuneCents(rack.tuneCents());
    channels.setTuning(rack.tuning());
    if (sequence.adopt(rack.sequence(), position)) {
      releaseSequence();
    }
    song = rack.song();
    if (song != null) {
      song.setTempo(songTempo);
    }
    transport.adopt(song, position);
    if (song == null) {
      mixer.setLed(Origin.SONG, false);
    }
    settled = false;
    meters.set(Meter.ADOPTED, rack.generation());
  }

  /// An event that was lost may have been a key-up or pedal-up: nothing may go on sounding for
  /// ever. Asked when all that was accepted before it is here.
  private void planSilence() {
    long lost = losses.begin(position, waiting.isEmpty() ? -1 : waiting.latestFrame());
    if (lost > 0) {
      meters.add(Meter.LOST, lost);
      notices.offer(Notices.EVENTS_LOST, 0, (int) Math.min(lost, Integer.MAX_VALUE));
    }
    if (queue.takeSilence()) {
      losses.silence(position);
    }
  }

  private void actOnEvents() {
    while (waiting.nextFrame() <= position) {
      handle(waiting.take());
    }
    while (sensing.nextFrame() <= position) {
      int source = sensing.takeGone(position);
      if (source >= 0) {
        channels.handle(position, Event.of(Event.SOURCE_GONE, source, 0, 0, 0));
      }
    }
    transport.check(position);
    while (sequence.nextFrame() <= position) {
      channels.handle(position, sequence.take());
      if (sequence.isOver()) {
        notices.offer(Notices.END_OF_SONG, 0, -sequence.number());
      }
    }
    if (nextTick() <= position) {
      tick();
    }
    while (song != null && song.nextFrame() <= position) {
      if (!song.tick(position)) {
        notices.offer(Notices.END_OF_SONG, 0, song.generation());
      }
      mixer.setLed(Origin.SONG, song.isFilterOn());
      meters.set(Meter.SONG_POSITION, song.position());
      meters.set(Meter.SONG_GENERATION, song.generation());
      if (channels.needTicks()) {
        tick();
      }
    }
  }

  private void tick() {
    channels.tick(position);
    ticks.ticked(position);
  }

  /// Of the effects that fingers hold, while no song has ticks.
  private long nextTick() {
    boolean songTicks = song != null && song.nextFrame() != Long.MAX_VALUE;
    return songTicks || !channels.needTicks() ? Long.MAX_VALUE : ticks.next(position);
  }

  private void handle(long event) {
    tape.record(position, event);
    sensing.hear(position, event);
    switch (Event.kind(event)) {
      case Event.SONG_PLAY -> {
        if (isForSong(event)) {
          song.play(position);
        }
      }
      case Event.SONG_STOP -> {
        if (isForSong(event)) {
          song.stop(position);
        }
      }
      case Event.SONG_MUTE -> {
        if (isForSong(event)) {
          song.setMuted(Event.key(event), Event.channel(event) != 0);
        }
      }
      case Event.RECALL -> {
        Imprint given = imprints.given();
        if (given != null) {
          channels.recall(position, given);
        }
      }
      case Event.SONG_TEMPO -> setTempo(Event.value(event));
      case Event.SEQUENCE_PLAY -> {
        if (sequence.is(Event.value(event)) && sequence.play(position)) {
          bringPedalsBack();
        }
      }
      case Event.SEQUENCE_STOP -> {
        if (sequence.is(Event.value(event)) && sequence.stop(position)) {
          releaseSequence();
        }
      }
      default -> {
        if (!transport.handle(position, event)) {
          channels.handle(position, event);
        }
      }
    }
  }

  private void setTempo(int percent) {
    songTempo = percent;
    sequence.setTempo(percent, position);
    if (song != null) {
      song.setTempo(percent);
    }
  }

  /// Keys and pedals of the sequence go up, nobody else's.
  private void releaseSequence() {
    channels.handle(position, Event.of(Event.SOURCE_GONE, 0, 0, 0, 0));
  }

  /// The sequence's pedals stand again as they stood when it stopped.
  private void bringPedalsBack() {
    for (int pedal = 0; pedal < sequence.pedals(); pedal++) {
      long event = sequence.pedal(pedal);
      if (event != SequencePlayer.UP) {
        channels.handle(position, event);
      }
    }
  }

  /// An event for a song that has been replaced since is for nobody.
  private boolean isForSong(long event) {
    return song != null && song.generation() == Event.value(event);
  }

  /// When somebody may have gone without a word, or it is to be silent after a loss.
  private long nextCheck() {
    return Math.min(losses.nextFrame(), Math.min(sensing.nextFrame(), transport.nextFrame()));
  }

  private long nextEventFrame() {
    long nextTick = song == null ? Long.MAX_VALUE : song.nextFrame();
    return Math.min(nextTick, Math.min(waiting.nextFrame(), sequence.nextFrame()));
  }

  private void report(int voices, int mostVoices) {
    meters.set(Meter.POSITION, position);
    if (sequence.isRunning()) {
      meters.set(Meter.SEQUENCE_POSITION, sequence.position(position));
    }
    meters.set(Meter.VOICES, voices);
    meters.set(Meter.RINGING, mixer.isSilent() ? 0 : 1);
    meters.raise(Meter.VOICES_PEAK, mostVoices);
    channels.show(board.channels());
    if (board.isWatched()) {
      if (song != null) {
        song.show(board.tracks());
      }
      rack.show(board);
    }
    if (!settled && rack.hasSettled()) { // the voices that it took away may be lent again
      settled = true;
      rack.letGo();
      meters.set(Meter.SETTLED, rack.generation());
    }
  }
}
