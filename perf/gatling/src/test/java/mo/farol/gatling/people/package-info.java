@NullMarked
package mo.farol.gatling.people;

import org.jspecify.annotations.NullMarked;
