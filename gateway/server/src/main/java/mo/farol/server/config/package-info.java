/** The gateway's one typed configuration: YAML, overridden by environment variables, checked as a whole. */
@NullMarked
package mo.farol.server.config;

import org.jspecify.annotations.NullMarked;
