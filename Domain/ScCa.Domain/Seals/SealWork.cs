using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Seals;

/// <summary>The seals that an operation makes, numbered on from those there are.</summary>
internal static class SealWork
{
    /// <summary>New seals of these pictures for a generation; their end is the generation's (S2).</summary>
    public static IEnumerable<SealMade> Made(
        int application, int firstNumber, ImmutableArray<Digest> pictures, SealFormat format, int generation, LocalDate notAfter, Instant at) =>
        pictures.Select((picture, i) => new SealMade(application, firstNumber + i, null, SealCause.New, format, picture, generation, notAfter, at));

    /// <summary>
    /// Every live seal remade for a new generation with the end it had (C6, C7); where certificate and seal are one, every standing seal with the new end (S1).
    /// </summary>
    public static IEnumerable<SealMade> ForGeneration(IssuedCertificate certificate, int application, int generation, LocalDate? coupledEnd, Instant at)
    {
        var today = Shanghai.DateOf(at);
        var remade = certificate.StandingSeals.Where(s => coupledEnd is not null || s.IsLiveOn(today)).ToImmutableArray();
        return Replaced(certificate, application, remade, SealCause.NewGeneration, s => s.Format, generation, s => coupledEnd ?? s.NotAfter, at);
    }

    public static IEnumerable<SealMade> Replaced(
        IssuedCertificate certificate, int application, ImmutableArray<Seal> seals, SealCause cause, Func<Seal, SealFormat> format, int generation,
        Func<Seal, LocalDate> notAfter, Instant at) =>
        seals.Select((s, i) => new SealMade(
            application, certificate.Seals.Length + 1 + i, s.Number, cause, format(s), s.Picture, generation, notAfter(s), at));
}
