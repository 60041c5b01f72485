namespace ScCa.Domain.Tests.Help;

/// <summary>A message as a bad photograph or a hasty hand gives it: each character is changed, lost or doubled by another with a chance of 15 in 100.</summary>
internal static class NoisyCopy
{
    private const double Chance = 0.15;
    private const string Others = "的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学么之都好看起发当没成只如事把还用第样道想作种开美总从无情己面最女但现前些所同日手又行意动方期它头经长儿回位分爱老因很给名法间斯知世什两次使身者被高已亲其进此话常与活正感abcdefghijklmnopqrstuvwxyz0123456789";

    public static string Of(string message, int seed) => Make(message, seed).Copy;

    public static int Count(string message, int seed) => Make(message, seed).Changes;

    private static (string Copy, int Changes) Make(string message, int seed)
    {
        var chance = new Random(seed);
        var (copy, changes) = (new System.Text.StringBuilder(), 0);
        foreach (var c in message)
        {
            if (chance.NextDouble() >= Chance)
            {
                copy.Append(c);
                continue;
            }

            changes++;
            var other = Others[chance.Next(Others.Length)];
            _ = chance.Next(3) switch
            {
                0 => copy,
                1 => copy.Append(other),
                _ => copy.Append(c).Append(other),
            };
        }

        return (copy.ToString(), changes);
    }
}
