using ScCa.Application.Texts;
using ScCa.Composition;

namespace ScCa.Worker;

/// <summary>What the worker says to people, always in both languages: it is read in logs, by colleagues of either.</summary>
internal static class Notice
{
    private static readonly TextCatalog Texts = new(typeof(Notice).Assembly);

    public static void Print(TextWriter to, string key, params ReadOnlySpan<(string Name, string Value)> facts)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in facts)
            named.Add(name, value);
        to.WriteLine(Texts.Fill(Language.ZhCn, key, named));
        to.WriteLine(Texts.Fill(Language.En, key, named));
    }

    public static void Print(StartUpRefusedException refused)
    {
        Print(Console.Error, "refused");
        foreach (var refusal in refused.Refusals)
        {
            Console.Error.WriteLine($"  {refusal.Code}  {refusal.ZhCn}");
            Console.Error.WriteLine($"  {refusal.Code}  {refusal.En}");
        }
    }
}
