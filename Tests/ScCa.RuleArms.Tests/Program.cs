using ScCa.RuleArms.Tests.Mutants;
using Xunit.Runner.InProc.SystemConsole;

// Run as a worker, the program tries mutants; otherwise it is a test project as every other.
return args is [Worker.Argument, var tests]
    ? await Worker.Serve(tests, Console.In, Console.Out)
    : await ConsoleRunner.Run(args);
