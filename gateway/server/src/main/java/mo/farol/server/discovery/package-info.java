/** What the gateway publishes: how to sign in, its keys, its problems, its API. */
@NullMarked
package mo.farol.server.discovery;

import org.jspecify.annotations.NullMarked;
