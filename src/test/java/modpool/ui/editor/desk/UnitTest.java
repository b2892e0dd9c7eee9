package modpool.ui.editor.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {
  @ParameterizedTest
  @CsvSource({
    "CENTS, 0, 0 ct",
    "DB, 0, 0.0 dB",
    "MS, 0, 0 ms",
    "MS, 3.26, 3.3 ms",
    "MS, 250, 250 ms",
    "MS, 1530, 1.53 s",
    "MS, 60000, 60.0 s",
    "CENTS, 12.34, +12.3 ct",
    "CENTS, -1200, −1200 ct",
    "DB, -6, −6.0 dB",
    "HZ, 5.25, 5.25 Hz",
    "HZ, 12000, 12000 Hz",
    "PERCENT, 0.5, 50 %",
    "PAN, 0, C",
    "PAN, -0.25, L25",
    "PAN, 1, R100"
  })
  void a_value_is_said_as_people_read_it_and_understood_as_it_is_said(
      Unit unit, double value, String text) {
    assertEquals(text, unit.text(value));
    double back = unit.value(text, value).orElseThrow();
    assertEquals(value, back, 0.05 + Math.abs(value) * 0.01);
  }

  @ParameterizedTest
  @CsvSource({
    "MS, 1.5 s, 1500",
    "MS, '20', 20",
    "MS, 1.5S, 1500",
    "HZ, 2 kHz, 2000",
    "HZ, '440,5', 440.5",
    "CENTS, -50, -50",
    "CENTS, +7ct, 7",
    "DB, −3 db, -3",
    "PERCENT, 30, 0.3",
    "PAN, l 30, -0.3",
    "PAN, c, 0",
    "PAN, 20, 0.2",
    "HZ, '12,000', 12000",
    "HZ, '12,000.5 Hz', 12000.5",
    "HZ, '1,500 khz', 1500",
    "HZ, '0,125', 0.125",
    "HZ, '12,00', 12",
    "CENTS, '-1,200', -1200",
    "MS, '1,500 s', 1500"
  })
  void it_can_be_typed_with_its_unit_or_without(Unit unit, String typed, double value) {
    assertEquals(value, unit.value(typed, 0).orElseThrow(), 1e-9);
  }

  @ParameterizedTest
  @CsvSource({"2, 2000", "2 ms, 2", "0.5, 500"})
  void a_bare_number_has_the_unit_that_stood_there(String typed, double ms) {
    assertEquals(ms, Unit.MS.value(typed, 1_500).orElseThrow(), 1e-9);
  }

  @ParameterizedTest
  @CsvSource({
    "MS, none",
    "HZ, ''",
    "CENTS, -",
    "DB, 1e9",
    "PAN, left",
    "MS, 1.2.3",
    "HZ, '12,00,000'",
    "MS, '1,200,000'",
    "HZ, '1.200,5'",
    "MS, 5 khz",
    "HZ, 3 s",
    "CENTS, 2 db",
    "DB, l3",
    "PERCENT, 4 ct",
    "PAN, 20 ms"
  })
  void what_is_no_number_of_its_unit_is_none(Unit unit, String typed) {
    assertTrue(unit.value(typed, 0).isEmpty(), typed);
  }
}
