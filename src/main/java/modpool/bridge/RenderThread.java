package modpool.bridge;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a method that the render thread enters: neither it nor anything it calls allocates, locks,
/// logs, throws or does input or output. A test scans the bytecode of all it reaches.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RenderThread {}
