using ScCa.Application;
using ScCa.Application.Staff;
using ScCa.Console.CommandLine;

namespace ScCa.Console.Terminal;

/// <summary>Shows a one-time enrolment code, the only time it can be shown, or why there is none.</summary>
internal static class CodeScreen
{
    public static int Write(Outcome<IssuedCode> made, Speech speech)
    {
        if (made.IsRefused)
        {
            RefusalScreen.Write(made.Refusal, speech);
            return ExitCode.Refused;
        }

        System.Console.Out.WriteLine(speech.Say("staff.code", ("account", made.Value.Account), ("code", made.Value.Code)));
        return ExitCode.Done;
    }
}
