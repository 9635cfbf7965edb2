using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Mail;
using Norda.Features.Membership.Joining;
using Norda.Platform.Access;

namespace Norda.Tests.Membership;

/// <summary>Firms that go the way into the chamber: <c>var secret = await app.Declare(nip, "Stolarnia");</c></summary>
internal static class Declaring
{
    private static readonly int[] Weights = [6, 5, 7, 2, 3, 4, 5, 6, 7];
    private static int taken = 200_000;

    /// <summary>A number of a tax office that does not exist, with its right checksum, never the same.</summary>
    public static string Nip()
    {
        while (true)
        {
            var digits = $"998{Interlocked.Increment(ref taken)}";
            if (digits.Select((d, i) => (d - '0') * Weights[i]).Sum() % 11 is < 10 and var check)
                return digits + check;
        }
    }

    /// <summary>From the tax number to the page with the status, as a browser goes.</summary>
    public static async Task<(HttpResponseMessage Answer, string Secret)> Declare(this HttpClient browser, string nip, string name, bool onScreen = true, string email = "filip@stolarnia.example", string staff = "7")
    {
        await browser.Fill("/dolacz", "Zacznij deklarację", new() { ["Nip"] = nip });
        await browser.Steps(name, onScreen, email, staff);
        var answer = await browser.Press("/dolacz/wyslij", "Wyślij deklarację");
        return (answer, answer.Headers.Location?.ToString().Split('/')[^1] ?? "");
    }

    /// <summary>The steps between the tax number and the sending.</summary>
    public static async Task Steps(this HttpClient browser, string name, bool onScreen = true, string email = "filip@stolarnia.example", string staff = "7")
    {
        await browser.Fill("/dolacz/firma", "Dalej: reprezentant", new() { ["Form.Name"] = name, ["Form.Street"] = "Dworcowa", ["Form.Building"] = "5", ["Form.PostalCode"] = "84200", ["Form.Town"] = "Wejherowo", ["Form.Email"] = email.Length > 0 ? "biuro@stolarnia.example" : "" });
        await browser.Fill("/dolacz/osoba", "Dalej: statut i podpis", new() { ["Form.Name"] = "Filip Stolarz", ["Form.Role"] = "właściciel", ["Form.Email"] = email, ["Form.Staff"] = staff });
        await browser.Fill("/dolacz/zgody", "Dalej: sprawdź i wyślij", new() { ["Form.Statute"] = "true", ["Form.Note"] = "true", ["Form.Newsletter"] = "true", ["Form.Signing"] = onScreen ? "ekran" : "papier", ["Form.SignedBy"] = onScreen ? "Filip Stolarz" : "" });
    }

    public static Task<Declaration> Declaration(this TestApp app, string nip) => app.Db(db => db.Set<Declaration>().AsNoTracking().Include(d => d.Member).Include(d => d.Resolution).OrderByDescending(d => d.Id).FirstAsync(d => d.Nip == nip));

    public static async Task<HttpClient> Office(this TestApp app) => await app.As(await app.Person("Olga", staff: Role.Office));

    public static Task<List<OutboxMail>> Letters(this TestApp app, string kind, int id) => app.Db(db => db.Set<OutboxMail>().AsNoTracking().Where(m => m.UniqueKey.StartsWith($"{kind}:{id}")).ToListAsync());

    /// <summary>The office notes that all papers are there.</summary>
    public static Task<HttpResponseMessage> Complete(this HttpClient office, int id) => office.Tick(id, "Zapisz dokumenty", "papers", "signature", "register");

    /// <summary>Ticks boxes and presses the button; unlike a form filled by name, one name may be sent several times.</summary>
    public static async Task<HttpResponseMessage> Tick(this HttpClient office, int id, string button, string name, params string[] values)
    {
        var address = $"/biuro/deklaracje/{id}";
        var page = await (await office.GetAsync(address)).Page();
        var form = page.QuerySelectorAll("button").First(b => b.TextContent.Trim() == button).Closest("form")!;
        List<KeyValuePair<string, string>> fields = [new("__RequestVerificationToken", form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), .. values.Select(v => KeyValuePair.Create(name, v))];
        using var content = new FormUrlEncodedContent(fields);
        return await office.PostAsync(form.GetAttribute("action"), content);
    }

    public static Task<HttpResponseMessage> Admit(this HttpClient office, int id, string resolution, string since = "1.12.2026", Dictionary<string, string>? more = null) => office.Fill($"/biuro/deklaracje/{id}/przyjecie", "Przyjmij firmę",
        new(more ?? []) { ["Form.ResolutionNumber"] = resolution, ["Form.ResolutionDate"] = "20.11.2026", ["Form.Since"] = since });

    public static string Text(this IDocument page) => string.Join(' ', page.QuerySelector("main")!.TextContent.Replace('\u00A0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
