package modpool.bridge.board;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import modpool.bridge.RenderThread;

/// What the 16 MIDI channels are set to, as of the last block, and how much each has heard: for
/// whoever looks. Written by render in every block.
public final class ChannelBoard {
  /// MIDI channels of a port.
  public static final int CHANNELS = 16;

  private static final VarHandle SETTING = MethodHandles.arrayElementVarHandle(long[].class);
  private static final VarHandle COUNT = MethodHandles.arrayElementVarHandle(int[].class);

  private final long[] settings = new long[CHANNELS];
  private final long[] knobs = new long[CHANNELS];
  private final int[] master = new int[1];
  private final int[] heard = new int[CHANNELS];

  /// How a channel is set now.
  ///
  /// @param channel from 0
  /// @param bank 0-16383
  /// @param program 0-127
  /// @param kit whether the program is a drum kit's
  /// @param volume controller 7
  /// @param pan controller 10
  /// @param sustained whether any source's sustain pedal is down
  /// @param messages how many it has acted on; may come round
  @RenderThread
  public void show(
      int channel,
      int bank,
      int program,
      boolean kit,
      int volume,
      int pan,
      boolean sustained,
      int messages) {
    long setting =
        (long) (bank & 0x3FFF) << 24
            | (long) (sustained ? 1 : 0) << 22
            | (long) (kit ? 1 : 0) << 21
            | (long) (program & 0x7F) << 14
            | (long) (volume & 0x7F) << 7
            | pan & 0x7F;
    SETTING.setOpaque(settings, channel, setting);
    COUNT.setOpaque(heard, channel, messages);
  }

  /// How a channel's other knobs are set now.
  ///
  /// @param channel from 0
  /// @param macros controllers 16-19, seven bits each, the first lowest
  /// @param reverb controller 91
  /// @param chorus controller 93
  @RenderThread
  public void showKnobs(int channel, int macros, int reverb, int chorus) {
    SETTING.setOpaque(knobs, channel, (long) chorus << 35 | (long) reverb << 28 | macros);
  }

  /// The volume of all channels together, 0-16383.
  @RenderThread
  public void showMaster(int volume) {
    COUNT.setOpaque(master, 0, volume);
  }

  /// What [#showMaster] showed.
  public int master() {
    return (int) COUNT.getOpaque(master, 0);
  }

  /// A channel's macro, 0-127.
  ///
  /// @param number 0-3
  public int macro(int channel, int number) {
    return (int) ((long) SETTING.getOpaque(knobs, channel) >> 7 * number) & 0x7F;
  }

  /// Controller 91 of a channel.
  public int reverb(int channel) {
    return macro(channel, 4);
  }

  /// Controller 93 of a channel.
  public int chorus(int channel) {
    return macro(channel, 5);
  }

  /// How a channel (from 0) is set, for the methods below.
  public long setting(int channel) {
    return (long) SETTING.getOpaque(settings, channel);
  }

  /// How many messages a channel (from 0) has acted on. Only a difference says anything.
  public int heard(int channel) {
    return (int) COUNT.getOpaque(heard, channel);
  }

  /// 0-16383.
  public static int bank(long setting) {
    return (int) (setting >> 24) & 0x3FFF;
  }

  /// 0-127.
  public static int program(long setting) {
    return (int) (setting >> 14) & 0x7F;
  }

  /// Whether the program is a drum kit's.
  public static boolean isKit(long setting) {
    return (setting >> 21 & 1) != 0;
  }

  /// Whether a sustain pedal is down.
  public static boolean isSustained(long setting) {
    return (setting >> 22 & 1) != 0;
  }

  /// Controller 7, 0-127.
  public static int volume(long setting) {
    return (int) (setting >> 7) & 0x7F;
  }

  /// Controller 10, 0-127.
  public static int pan(long setting) {
    return (int) setting & 0x7F;
  }
}
