using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Norda.Features.Accounts.Demo;

namespace Norda.Tests.Security;

/// <summary>A form of a page with one of its buttons.</summary>
public sealed record WebForm(string Who, string Page, string Action, bool IsMultipart, IReadOnlyList<WebField> Fields, IReadOnlyList<string> Files, KeyValuePair<string, string>? Button)
{
    public const string NewPassword = "zielony rower pod mostem";

    /// <summary>Whoever sends it is signed out, so it comes last.</summary>
    public bool EndsTheVisit => Action.Contains("wyloguj", StringComparison.Ordinal) || Action.Contains("zamknij", StringComparison.Ordinal) || Action.Contains("sesje", StringComparison.Ordinal) || Action.StartsWith("/konto/adres/", StringComparison.Ordinal);

    /// <summary>Forms that differ in nothing but numbers are one.</summary>
    public string Shape(Map map) => $"{map.RouteOf(Action.Split('?')[0])?.Shape(Action)} {Button?.Key}={(Fields.Any(f => f.Name == Button?.Key) ? "" : Masked(Button?.Value))} {string.Join(',', Fields.Select(f => f.Name).Distinct())}";

    public static IEnumerable<WebForm> On(Visit visit, string who) =>
        from form in visit.Page?.QuerySelectorAll("form").ToArray() ?? []
        where string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase)
        let inputs = form.QuerySelectorAll("input[name], select[name], textarea[name]").ToList()
        from button in form.QuerySelectorAll("button").DefaultIfEmpty()
        let action = button?.GetAttribute("formaction") ?? form.GetAttribute("action")
        select new WebForm(
            who, visit.Address, (string.IsNullOrEmpty(action) ? visit.Address : action).Split('#')[0], form.GetAttribute("enctype") == "multipart/form-data",
            [.. inputs.Where(i => i.GetAttribute("type") != "file" && i.GetAttribute("name") != "__RequestVerificationToken").Select(WebField.Of)],
            [.. inputs.Where(i => i.GetAttribute("type") == "file").Select(i => i.GetAttribute("name")!)],
            button?.GetAttribute("name") is { } name ? new(name, button.GetAttribute("value") ?? "") : null);

    /// <summary>As somebody fills it in who means well.</summary>
    public List<KeyValuePair<string, string>> Filled()
    {
        var fields = Fields.Where(f => f.Kind != "radio" || f.IsChosen).Select(f => KeyValuePair.Create(f.Name, f.Honest(this))).ToList();
        if (Button is { } pressed)
            fields.Add(pressed);
        return fields;
    }

    public List<KeyValuePair<string, string>> With(string name, string value) => [.. Filled().Where(f => f.Key != name), new(name, value)];

    private static string? Masked(string? value) => value is null || value.Any(char.IsDigit) ? "*" : value;

    public override string ToString() => $"{Who}: {Action} {Button?.Key}={Button?.Value}";
}

/// <param name="Kind">Of the input, or textarea, or select.</param>
public sealed record WebField(string Name, string Kind, string Value, IReadOnlyList<string> Options, int Longest, bool IsNewPassword, bool IsChosen)
{
    /// <summary>Whatever a person can type into.</summary>
    public bool IsTyped => Kind is "text" or "textarea" or "email" or "tel" or "url" or "search" or "password" or "date" or "number";

    public bool IsProse => Kind is "text" or "textarea" or "search" && Guess() is null;

    public static WebField Of(IElement field) => new(
        field.GetAttribute("name")!,
        field is IHtmlSelectElement ? "select" : field is IHtmlTextAreaElement ? "textarea" : field.GetAttribute("type") ?? "text",
        field switch { IHtmlSelectElement select => select.Value ?? "", IHtmlTextAreaElement text => text.Value, _ => field.GetAttribute("value") ?? "" },
        [.. field.QuerySelectorAll("option").Select(o => o.GetAttribute("value") ?? o.TextContent).Where(o => o.Length > 0)],
        int.TryParse(field.GetAttribute("maxlength"), out var longest) ? longest : 200,
        field.GetAttribute("autocomplete") == "new-password",
        field.HasAttribute("checked"));

    public string Honest(WebForm form) => Kind switch
    {
        "hidden" => Value,
        "checkbox" or "radio" => Value.Length > 0 ? Value : "true",
        "select" => Value.Length > 0 ? Value : Options.Count > 0 ? Options[0] : "",
        "email" or "text" when Name.EndsWith("Email", StringComparison.Ordinal) && form.Action.StartsWith("/logowanie", StringComparison.Ordinal) => "celina" + DemoPeople.Domain,
        "password" => IsNewPassword ? WebForm.NewPassword : DemoPeople.Password,
        _ => Value.Length > 0 ? Value : Guess() ?? "Zdanie o firmie, która ma dość liter i słów."[..Math.Min(44, Longest)],
    };

    private string? Guess() => Name.ToLowerInvariant() switch
    {
        _ when Kind == "date" => "2026-12-01",
        _ when Kind == "time" => "09:00",
        _ when Kind == "email" => "nikt@firma.example",
        _ when Kind == "tel" => "586720011",
        _ when Kind == "number" => "5",
        var n when n.Contains("email", StringComparison.Ordinal) => "nikt@firma.example",
        var n when n.Contains("nip", StringComparison.Ordinal) => "5252344078",
        var n when n.Contains("regon", StringComparison.Ordinal) => "",
        var n when n.Contains("krs", StringComparison.Ordinal) => "",
        var n when n.Contains("phone", StringComparison.Ordinal) => "586720011",
        var n when n.Contains("postal", StringComparison.Ordinal) => "84-200",
        var n when n.Contains("url", StringComparison.Ordinal) || n.Contains("website", StringComparison.Ordinal) => "https://firma.example",
        var n when n.Contains("year", StringComparison.Ordinal) => "2024",
        var n when n.Contains("latitude", StringComparison.Ordinal) => "54.6",
        var n when n.Contains("longitude", StringComparison.Ordinal) => "18.2",
        var n when n.Contains("date", StringComparison.Ordinal) || n.Contains("founded", StringComparison.Ordinal) => "2020-01-01",
        var n when n.EndsWith("code", StringComparison.Ordinal) => "123456",
        var n when n.Contains("[value]", StringComparison.Ordinal) => "nikt@firma.example",
        _ => null,
    };
}
