package mo.farol.core.binding;

import java.time.Duration;

/**
 * What a deployment decides about binding.
 *
 * @param challengeLife how long a phone may take from challenge to binding
 * @param kioskNumberLife how long the number on the phone may be typed at a kiosk
 * @param kioskTries wrong numbers by one card after which its pending numbers are locked
 * @param leastLiveness 0 to 1
 * @param leastLikeness 0 to 1
 * @param assertionAge how old a face or kiosk assertion may be
 * @param leastLevel the weakest key level that may be bound
 * @param atEighteen what happens to what a guardian bound
 * @param noticeDays how many days before the birthday the people concerned are told
 */
public record BindingPolicy(
        Duration challengeLife,
        Duration kioskNumberLife,
        int kioskTries,
        double leastLiveness,
        double leastLikeness,
        Duration assertionAge,
        KeyLevel leastLevel,
        AtEighteen atEighteen,
        int noticeDays) {
    public static final BindingPolicy DEFAULTS = new BindingPolicy(
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            5,
            0.9,
            0.9,
            Duration.ofMinutes(3),
            KeyLevel.NOT_ATTESTED,
            AtEighteen.UNBIND,
            30);

    /** What happens on the day a minor turns 18 to a binding that a parent or guardian made. */
    public enum AtEighteen {
        KEEP,
        SUSPEND,
        UNBIND
    }
}
