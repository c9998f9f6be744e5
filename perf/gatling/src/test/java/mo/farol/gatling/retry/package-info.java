@NullMarked
package mo.farol.gatling.retry;

import org.jspecify.annotations.NullMarked;
