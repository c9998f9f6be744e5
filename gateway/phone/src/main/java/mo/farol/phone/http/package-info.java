/** How the reference clients reach a gateway: one HTTP client that never follows a redirect. */
@NullMarked
package mo.farol.phone.http;

import org.jspecify.annotations.NullMarked;
