package modpool.edit;

import java.util.ArrayList;
import java.util.List;
import modpool.patch.MacroRoute;
import modpool.patch.Sound;

/// What the macros of a sound move, as a table: an amount for each macro and target. Pure.
public final class MacroAmounts {
  private MacroAmounts() {}

  /// How far a macro, from 0, moves a target when it is fully up.
  public static double of(Sound sound, int macro, MacroRoute.Target to) {
    return sound.macros().stream()
        .filter(route -> route.macro() == macro && route.to() == to)
        .mapToDouble(MacroRoute::amount)
        .sum();
  }

  /// The sound with another amount there.
  public static Sound with(Sound sound, int macro, MacroRoute.Target to, double amount) {
    List<MacroRoute> routes = new ArrayList<>();
    boolean there = amount == 0; // then there is nothing to put
    for (MacroRoute route : sound.macros()) {
      if (route.macro() != macro || route.to() != to) {
        routes.add(route);
      } else if (!there) {
        routes.add(new MacroRoute(macro, to, amount));
        there = true;
      }
    }
    if (!there) {
      routes.add(new MacroRoute(macro, to, amount));
    }
    return sound.with(b -> b.macros(routes));
  }
}
