using System.Text;

namespace ScCa.Application.Tests.Policies;

/// <summary>A platform that does not ship: data alone, with one of everything that a policy may hold.</summary>
internal static class SixthPlatform
{
    public const string Json = """
        {
          "id": "sixth", "version": 1, "effectiveFrom": "2026-01-01", "source": "invented",
          "name": { "zhCn": "第六平台", "en": "Sixth platform" },
          "entries": ["第六平台专用", "sixth.example"],
          "roles": [
            { "id": "unit", "holder": "unit", "name": { "zhCn": "单位", "en": "Unit" } },
            { "id": "member", "holder": "individual", "belongsToUnit": true, "name": { "zhCn": "成员", "en": "Member" } }
          ],
          "terms": ["P1Y", "P3Y"],
          "seals": { "coupling": "optional", "format": "gbT38540V2020" },
          "materials": [
            { "id": "form", "name": { "zhCn": "申请表", "en": "Form" }, "download": "https://sixth.example/form" },
            { "id": "copy", "name": { "zhCn": "复印件", "en": "Copy" } }
          ],
          "windowList": "https://sixth.example/windows",
          "postTo": { "zhCn": "成都", "en": "Chengdu" },
          "windows": [
            {
              "id": "hall", "name": { "zhCn": "大厅", "en": "Hall" }, "address": { "zhCn": "一楼", "en": "Ground floor" },
              "weekdays": ["monday", "saturday"], "hours": ["09:00-12:00", "12:00-17:30"]
            }
          ],
          "roleAccounts": [{ "id": "seller", "name": { "zhCn": "卖方", "en": "Seller" } }],
          "services": [
            {
              "operation": "new", "holders": ["unit", "individual"], "stages": ["beforeIssue"],
              "ways": [
                {
                  "channel": "online", "handledBy": "legalRepresentative", "intake": "applicant", "verification": ["realPerson", "corporateTransfer"],
                  "materials": ["form", "copy"], "payment": ["corporateTransfer", "weChat"],
                  "dispatch": { "weekly": { "day": "friday", "cutOff": "thursday", "awaitsRoleAccount": true } }
                },
                {
                  "channel": "window", "intake": "anyone", "verification": ["onSite"], "payment": ["window"],
                  "dispatch": { "withinWorkingDays": 2 }
                }
              ]
            },
            {
              "operation": "revoke", "holders": ["unit"], "stages": ["inValidity", "expired"],
              "ways": [{ "channel": "online", "intake": "applicant", "verification": [], "reviewedWithinWorkingDays": 1 }]
            },
            {
              "operation": "renew", "holders": ["unit"], "stages": ["inValidity"],
              "ways": [{ "channel": "online", "intake": "applicant", "verification": ["keySignature"], "payment": ["corporateTransfer"], "reviewed": false }]
            }
          ],
          "tariffs": [
            {
              "holder": "unit", "opening": "100.00", "openingWaivedFrom": "P3Y", "annualService": "200.00", "seal": "30.00",
              "perOperation": [{ "operation": "revoke", "price": null }, { "operation": "reissue", "price": "50.00" }]
            },
            { "holder": "individual", "opening": null, "openingWaivedFrom": null, "annualService": "20.00", "seal": null, "perOperation": [] }
          ]
        }
        """;

    /// <summary>The same with one place changed; the place must be there.</summary>
    public static string With(string right, string wrong)
    {
        Xunit.Assert.Contains(right, Json, StringComparison.Ordinal);
        var at = Json.IndexOf(right, StringComparison.Ordinal);
        return string.Concat(Json.AsSpan(0, at), wrong, Json.AsSpan(at + right.Length));
    }

    public static (string File, byte[] Json) File(string json, string name = "sixth.json") => (name, Encoding.UTF8.GetBytes(json));
}
