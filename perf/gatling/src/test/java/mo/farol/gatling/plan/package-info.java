@NullMarked
package mo.farol.gatling.plan;

import org.jspecify.annotations.NullMarked;
