using System.Text;
using ScCa.Console.CommandLine;

// Chinese comes out right whatever the machine's own encoding; no byte order mark, because what is printed may be piped.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await ScCaCommandLine.Run(args);
