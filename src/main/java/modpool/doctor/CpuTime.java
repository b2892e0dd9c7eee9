package modpool.doctor;

import java.lang.management.ManagementFactory;

/// The processor's time, in nanoseconds, of threads and of processes.
final class CpuTime {
  private CpuTime() {}

  /// What the thread that asks has used so far.
  static long ofThisThread() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
