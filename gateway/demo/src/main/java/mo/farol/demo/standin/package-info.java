/**
 * Stand-ins for what a deployment has outside: the sign-in provider, the face-check provider, the kiosks' provider, the
 * mail server. Each is a real server on the loopback address that believes whatever it is told, and says so in every
 * answer, page and log line.
 */
@NullMarked
package mo.farol.demo.standin;

import org.jspecify.annotations.NullMarked;
