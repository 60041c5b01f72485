using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace ScCa.Web.Observing;

/// <summary>One JSON object per line on the output stream.</summary>
internal static class JsonLog
{
    public static void AddJsonLog(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddJsonConsole(options =>
        {
            options.UseUtcTimestamp = true;
            options.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            options.JsonWriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
        });
    }
}
