package mo.farol.core.binding.life;

import io.vertx.core.Future;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.binding.Caller;
import mo.farol.core.binding.Challenge;
import mo.farol.core.binding.Challenges;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.Eids;

/** Finds what a caller may know of. What is somebody else's is not found. */
record Found(Eids eids, Challenges challenges, Now now) {
    Found(BindingPorts ports) {
        this(ports.eids(), ports.challenges(), new Now(ports.time()));
    }

    /** The caller's own e-ID. */
    Future<Optional<Eid>> own(Caller caller, UUID eid) {
        return eids.byHandle(eid).map(found -> found.filter(each -> each.resident() == caller.resident()));
    }

    /** The e-ID of this binding, when it is the caller's or a minor's of theirs. */
    Future<Optional<Eid>> ownOrWards(Caller caller, UUID binding) {
        return now.read()
                .compose(at -> eids.byBinding(binding)
                        .map(found -> found.filter(each -> PersonConditions.mayAct(caller.resident())
                                .broken(each, at)
                                .isEmpty())));
    }

    /** The challenge, when this very session made it for this e-ID. */
    Future<Optional<Challenge>> challenge(Caller caller, Eid eid, UUID challenge) {
        return challenges
                .find(challenge)
                .map(found -> found.filter(each ->
                        each.resident() == eid.resident() && MessageDigest.isEqual(each.session(), caller.session())));
    }
}
