package modpool.doctor.bench;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import modpool.control.BankSet;
import modpool.control.Control;
import modpool.doctor.peers.Peer;
import modpool.doctor.peers.PeerException;
import modpool.doctor.peers.Piece;
import modpool.doctor.peers.Player;
import modpool.doctor.peers.Reading;
import modpool.module.ModReader;
import modpool.module.Module;
import modpool.tracker.SongTiming;
import modpool.tracker.clock.SongPlace;

/// Ours, playing modules.
final class OurSongs implements Peer {
  @Override
  public String name() {
    return OurPlayer.NAME;
  }

  @Override
  public String version() {
    return "";
  }

  @Override
  public Set<Reading> readings() {
    return OurPlayer.ALL;
  }

  @Override
  public Player open(Piece piece, Reading reading, int rate, int blockFrames) throws PeerException {
    try {
      Module module = ModReader.read(piece.name(), piece.bytes());
      Control control =
          new Control(
              OurPlayer.setup(reading, rate, blockFrames, 0, 0), BankSet.open(List.of(), null));
      control.songs().open(module, SongTiming.AUTO, 0);
      return new OurPlayer(control, new Hands(control), _ -> module.channels(), blockFrames);
    } catch (IOException e) {
      throw new PeerException("cannot load this song: " + e.getMessage(), e);
    }
  }

  private record Hands(Control control) implements OurPlayer.Hands {
    @Override
    public void rewind() {
      control.songs().seek(SongPlace.BEGINNING);
    }

    @Override
    public void close() {}
  }
}
