using System.Collections.Immutable;
using System.Text.Json;
using ScCa.Application.Ports;
using ScCa.Gateways.Http;

namespace ScCa.Gateways.Sms;

/// <summary>What an operator's answer means: <c>{"reference": "…"}</c> for a message it took, <c>{"code": "…"}</c> for one it refused.</summary>
internal static class SmsAnswer
{
    private const int ReferenceLengthMax = 64;

    // Two members of one name are two answers: which one counts would be the parser's choice.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <exception cref="HttpRequestException">The answer is none: whether the message was taken is unknown. Its words are not quoted.</exception>
    public static SmsResult Read(RemoteAnswer answer, string phone, ImmutableDictionary<string, string> codes)
    {
        var (reference, code) = Members(answer.Body);
        return answer.Status switch
        {
            >= 200 and < 300 when reference is not null && code is null && IsReference(reference, phone) => new SmsResult(reference, ErrorCode: null),
            >= 200 and < 300 when code is not null && reference is null => Refused(codes.GetValueOrDefault(code, SmsErrorCode.Refused)),
            >= 200 and < 300 => throw new HttpRequestException(
                HttpRequestError.InvalidResponse, "The SMS gateway's answer cannot be read.", statusCode: (System.Net.HttpStatusCode)answer.Status),
            _ => Refused(code is not null && codes.TryGetValue(code, out var ours) ? ours : ByStatus(answer.Status)),
        };
    }

    private static SmsResult Refused(string code) => new(Reference: null, code);

    private static string ByStatus(int status) => status switch
    {
        401 or 403 => SmsErrorCode.NotAuthorised,
        402 => SmsErrorCode.NoCredit,
        429 => SmsErrorCode.TooMany,
        _ => SmsErrorCode.Refused,
    };

    private static (string? Reference, string? Code) Members(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root ? (Text(root, "reference"), Text(root, "code")) : (null, null);
        }
        catch (Exception reason) when (reason is JsonException or InvalidOperationException)
        {
            // No JSON, or a text of halved surrogates: there is nothing in it. The status may still say enough.
            return (null, null);
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    // It is stored with the message for good: a name, and none that repeats the phone.
    private static bool IsReference(string reference, string phone) => reference.Length is > 0 and <= ReferenceLengthMax
        && reference.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or ':' or '-')
        && !reference.Contains(phone, StringComparison.Ordinal);
}
