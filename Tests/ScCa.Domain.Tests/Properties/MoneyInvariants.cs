using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Invoices;
using ScCa.Domain.Platforms;
using ScCa.Domain.Seals;
using Xunit;

namespace ScCa.Domain.Tests.Properties;

/// <summary>What holds of every payment, refund and invoice of a certificate.</summary>
internal static class MoneyInvariants
{
    public static void MoneyAddsUp(Walk<Certificate> walk)
    {
        foreach (var application in walk.History.OfType<ApplicationEvent>().GroupBy(e => e.Application))
        {
            var under = CertificateInvariants.UnderOf(application);
            var charge = under.Charge.Total.Fen;
            var (received, verified) = (0L, !under.Verification.Contains(Verification.CorporateTransfer));
            foreach (var happened in application)
            {
                if (happened is IdentityVerified { Method: Verification.CorporateTransfer })
                    verified = true;
                if (happened is not TransferCounted counted)
                    continue;
                Assert.True(received < charge || (!verified && counted.Means == PaymentMeans.CorporateTransfer), "Counted what was not awaited.");
                Assert.Contains(counted.Means, under.Payment);
                received += counted.Amount.Fen;
                Assert.Equal((Math.Max(0, charge - received), Math.Max(0, received - charge)), (counted.Missing.Fen, counted.Excess.Fen));
            }

            var payments = application.OfType<TransferCounted>().Select(t => new CountedPayment(t.Reference, t.Amount)).ToArray();
            Assert.Equal(payments.DistinctBy(p => p.Reference), payments);
            Assert.Equal(charge > 0 && received >= charge ? 1 : 0, application.Count(e => e is ApplicationPaid));
            if (walk.State.Open is { } open && open.Number == application.Key)
                Assert.Equal((received, payments.Length), (open.Received.Fen, open.Payments.Length));
            foreach (var ended in application)
            {
                if (ended is ApplicationWithdrawn withdrawn)
                    Assert.Equal(payments, withdrawn.Refunds);
                if (ended is ApplicationSuperseded superseded)
                    Assert.Equal(payments, superseded.Refunds);
                if (ended is ApplicationOvertaken overtaken)
                    Assert.Equal(payments, overtaken.Refunds);
                if (ended is GrantEnded grant)
                    Assert.Equal(payments, grant.Refunds);
            }
        }
    }

    /// <summary>Whatever was paid for an application is obtained and invoiced, still to be obtained, or on its way back: one of them, and never two.</summary>
    public static void WhatWasPaidIsObtainedOrGoesBack(Walk<Certificate> walk)
    {
        var issued = walk.State as IssuedCertificate;
        foreach (var application in walk.History.OfType<ApplicationEvent>().GroupBy(e => e.Application).Where(a => a.Any(e => e is TransferCounted)))
        {
            var number = application.Key;
            var waits = walk.State.Open?.Number == number || issued?.Grant?.Application == number || issued?.UnlockGrant?.Application == number;
            var goesBack = application.Count(e => e is ApplicationWithdrawn or ApplicationSuperseded or ApplicationOvertaken or GrantEnded);
            var isGranted = application.Any(e => e is UpdateGranted or UnlockGranted);
            var obtained = walk.History.Any(e => e switch
            {
                GenerationIssued g => g.Application == number && !isGranted,
                UpdateCompleted or CertificateUnlocked or SealsFulfilled or EContractEnabled => ((ApplicationEvent)e).Application == number,
                CertificateRevoked revoked => revoked.Application == number,
                _ => false,
            });
            Assert.Equal(1, (waits ? 1 : 0) + goesBack + (obtained ? 1 : 0));
            Assert.Equal(obtained && application.Any(e => e is ApplicationPaid) ? 1 : 0, application.Count(e => e is InvoicePromised));
        }
    }

    /// <summary>An invoice is promised once for what was paid and obtained, issued once, and issued anew only after it was taken back.</summary>
    public static void AnInvoiceStandsForWhatWasPaid(Walk<Certificate> walk)
    {
        var standing = new Dictionary<int, bool>();
        foreach (var happened in walk.History)
        {
            switch (happened)
            {
                case InvoicePromised promised:
                    Assert.True(standing.TryAdd(promised.Application, false), "An invoice was promised twice.");
                    var application = walk.History.OfType<ApplicationEvent>().Where(e => e.Application == promised.Application).ToArray();
                    Assert.Equal(CertificateInvariants.UnderOf(application).Charge.Total, promised.Amount);
                    Assert.Contains(application, e => e is ApplicationPaid);
                    Assert.DoesNotContain(application, e => e is ApplicationWithdrawn or ApplicationSuperseded or ApplicationOvertaken or GrantEnded or ApplicationRejected or ApplicationLapsed);
                    break;
                case InvoiceIssued issued:
                    Assert.False(standing[issued.Application], "An invoice was issued twice.");
                    standing[issued.Application] = true;
                    break;
                case InvoiceReversed reversed:
                    Assert.True(standing[reversed.Application], "An invoice was taken back that did not stand.");
                    standing[reversed.Application] = false;
                    break;
            }
        }

        if (walk.State is KnownCertificate known)
            Assert.Equal(standing, known.Invoices.ToDictionary(i => i.Application, i => i.IsIssued));
    }
}
