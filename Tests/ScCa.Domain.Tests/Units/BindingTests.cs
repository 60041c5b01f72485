using ScCa.Domain.Units;
using Xunit;
using static ScCa.Domain.Tests.Example;
using static ScCa.Domain.Tests.Units.UnitExample;

namespace ScCa.Domain.Tests.Units;

public sealed class BindingTests
{
    [Fact, Trait("rule", "A11")]
    public void A11_A_certificate_is_bound_under_one_role_and_unbound_from_it() => UnitLives.OneHandler
        .When(UnitCommands.Bind()).Then(new CertificateBound(TheUnit, Trade, TestPolicies.Supplier, TheCertificate, Serial1, DeclaredAt))
        .When(UnitCommands.Bind()).ThenRefused("A11", "CertificateAlreadyBound", ("role", "supplier"), ("serial", Serial1.Value))
        .When(UnitCommands.Unbind()).Then(new CertificateUnbound(TheUnit, Trade, TestPolicies.Supplier, TheCertificate, DeclaredAt))
        .When(UnitCommands.Unbind()).ThenRefused("A11", "CertificateNotBound", ("role", "supplier"));

    [Fact, Trait("rule", "A11")]
    public void A11_A_wrong_key_and_a_wrong_entry_are_told_apart()
    {
        UnitLives.Bound.When(UnitCommands.Bind(certificate: OtherCertificate, serial: Serial2))
            .ThenRefused("A11", "AnotherCertificateIsBound", ("role", "supplier"), ("serial", Serial1.Value));
        UnitLives.Bound.When(UnitCommands.Bind(Agency)).ThenRefused("A11", "CertificateBoundUnderAnotherRole", ("role", "supplier"));
        UnitLives.Bound.When(UnitCommands.Unbind(Agency)).ThenRefused("A11", "CertificateBoundUnderAnotherRole", ("role", "supplier"));
    }

    [Fact, Trait("rule", "A11")]
    public void A11_Where_both_are_wrong_the_entry_is_told_first() => UnitLives.Bound
        .After(UnitCommands.Bind(Agency, OtherCertificate, Serial2))
        .When(UnitCommands.Bind(Agency)).ThenRefused("A11", "CertificateBoundUnderAnotherRole", ("role", "supplier"));

    [Fact, Trait("rule", "A11")]
    public void A11_A_renewed_certificate_is_bound_again_with_its_new_serial() => UnitLives.Bound
        .When(UnitCommands.Bind(serial: Serial3)).ThenState(unit =>
            Assert.Equal(new BoundCertificate(TheCertificate, Serial3), ((RegisteredUnit)unit).On(Trade).BoundUnder(TestPolicies.Supplier)));

    [Fact, Trait("rule", "A11")]
    public void A11_A_certificate_may_be_bound_to_several_platforms() => UnitLives.Bound
        .When(UnitCommands.Bind(platform: TestPolicies.Gov)).ThenState(unit => Assert.Equal(2, ((RegisteredUnit)unit).Platforms.Count));

    [Fact, Trait("rule", "A11")]
    public void A11_Another_units_certificate_is_not_bound() => UnitLives.OneHandler
        .When(UnitCommands.Bind(holder: OtherUnit)).ThenRefused("A11", "CertificateOfAnotherUnit");

    [Fact, Trait("rule", "A5")]
    public void A5_A_certificate_is_bound_where_the_platform_and_a_units_role_are_offered()
    {
        UnitLives.OneHandler.When(UnitCommands.Bind(platform: TestPolicies.Unserved)).ThenRefused("A5", "PlatformNotServed", ("platform", "unserved"));
        UnitLives.OneHandler.When(UnitCommands.Bind(new("nobody"))).ThenRefused("A5", "RoleNotOffered", ("role", "nobody"));
        UnitLives.OneHandler.When(UnitCommands.Bind(TestPolicies.Judge)).ThenRefused("A5", "RoleNotOffered", ("role", "judge"));
    }

    [Fact, Trait("rule", "A11")]
    public void A11_What_was_bound_can_be_unbound_where_the_platform_is_no_longer_served() =>
        new ScCa.Testing.Scenario<Unit>(TestPolicies.Empty).Given(UnitLives.Bound.History).When(UnitCommands.Unbind()).ThenState(_ => { });
}
