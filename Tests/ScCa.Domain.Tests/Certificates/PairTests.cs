using ScCa.Domain.Certificates;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Certificates;

/// <summary>A pair of certificates for signing and encryption is one generation of two signatures.</summary>
public sealed class PairTests
{
    [Fact, Trait("rule", "C1")]
    public void C1_Each_signature_of_a_pair_has_an_intent_of_its_own() => Lives.ReadyToIssue.When(Commands.IntendPair()).Then(
        new IssuanceIntended(1, 1, Serial1, TbsDigest, SigningKey, FirstValidity, IssuedAt),
        new EncryptionIntended(1, 1, EncryptionSerial, EncryptionTbsDigest, SigningKey, IssuedAt));

    [Fact, Trait("rule", "C1")]
    public void C1_A_pair_is_recorded_as_one_generation()
    {
        var half = EncryptionHalf(EncryptionSerial);

        Lives.PairIntended.When(Commands.RecordPair()).Then(
            new EncryptionIssued(1, 1, EncryptionSerial, half.Certificate, half.EnvelopedKey, IssuedAt),
            new GenerationIssued(1, 1, Serial1, FirstValidity, Signed, IssuedAt), InvoiceDue(1, 300, "2025-03-12", IssuedAt));
        Assert.Equal(new Generation(1, Serial1, FirstValidity, Signed) { Encryption = half }, Assert.Single(((IssuedCertificate)Lives.PairIssued.State).Generations));
    }

    [Fact, Trait("rule", "C1")]
    public void C1_Half_of_a_pair_is_not_recorded()
    {
        Lives.PairIntended.When(Commands.RecordGeneration()).ThenRefused("C1", "SignatureNotIntended", ("serial", Serial1.Value));
        Lives.Intended.When(Commands.RecordPair()).ThenRefused("C1", "SignatureNotIntended", ("serial", Serial1.Value));
        Lives.PairIntended.When(Commands.RecordPair(encryption: Serial3)).ThenRefused("C1", "SignatureNotIntended", ("serial", Serial1.Value));
        Assert.Throws<ImpossibleEventException>(() => new GenerationIssued(1, 1, Serial1, FirstValidity, Signed, IssuedAt).Evolve(Lives.PairIntended.State));
    }

    [Fact, Trait("rule", "C1")]
    public void C1_Both_serials_of_a_pair_are_burned_together_and_never_used_again()
    {
        Assert.Equal([Serial1, EncryptionSerial], ((KnownCertificate)Lives.PairAbandoned.State).BurnedSerials);
        Lives.PairAbandoned.When(Commands.Intend(EncryptionSerial)).ThenRefused("C1", "SerialAlreadyUsed", ("serial", EncryptionSerial.Value));
        Lives.PairAbandoned.When(Commands.IntendPair(Serial2)).ThenRefused("C1", "SerialAlreadyUsed", ("serial", EncryptionSerial.Value));
    }

    [Fact, Trait("rule", "C1")]
    public void C1_One_serial_does_not_serve_for_both()
    {
        Lives.ReadyToIssue.When(Commands.IntendPair(Serial1, Serial1)).ThenRefused("C1", "SerialAlreadyUsed", ("serial", Serial1.Value));
        Assert.Throws<ImpossibleEventException>(() => new EncryptionIntended(1, 1, Serial1, EncryptionTbsDigest, SigningKey, IssuedAt).Evolve(Lives.Intended.State));
    }

    [Fact, Trait("rule", "C1")]
    public void C1_A_serial_that_encrypts_is_not_issued_again() => Lives.PairIssued
        .After(Commands.Post(), Commands.Renew(), Commands.Approve(2, RenewalReviewedAt), Commands.Count(200, 2, Transfer2, at: RenewalPaidAt), Commands.Fulfil())
        .When(Commands.Intend(EncryptionSerial, RenewedValidity, RenewalPulledAt))
        .ThenRefused("C1", "SerialAlreadyUsed", ("serial", EncryptionSerial.Value));
}
