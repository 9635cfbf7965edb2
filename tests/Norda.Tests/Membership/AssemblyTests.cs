using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Fees;
using Norda.Features.Membership;
using Norda.Features.Membership.Assembly;
using Norda.Platform.Access;
using Norda.Tests.Fees;

namespace Norda.Tests.Membership;

/// <summary>Resolutions, documents and bodies of the chamber.</summary>
public sealed class AssemblyTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n");

    [Fact]
    public async Task A_resolution_is_entered_with_its_paper_and_read_by_those_it_is_for()
    {
        var (office, number) = (await app.Office(), Number());
        var saved = await Send(office, "/biuro/uchwaly/wpis", Pdf, Resolution(number, "Members"));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var id = await app.Db(db => db.Set<Resolution>().Where(r => r.Number == number).Select(r => r.Id).SingleAsync());
        Assert.Equal($"/biuro/uchwaly/{id}", saved.Headers.Location!.ToString());
        Assert.Contains(number, (await (await office.GetAsync($"/biuro/uchwaly?q={number}")).Page()).Text(), StringComparison.Ordinal);
        var file = await office.GetAsync($"/dokumenty/uchwala/{id}");
        Assert.Equal((HttpStatusCode.OK, "application/pdf", "attachment"), (file.StatusCode, file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal(Pdf, await file.Content.ReadAsByteArrayAsync());
        var anna = await app.As(await app.Person("Anna", await app.Firm("Czytająca")));
        Assert.Equal(HttpStatusCode.OK, (await anna.GetAsync($"/dokumenty/uchwala/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client().GetAsync($"/dokumenty/uchwala/{id}")).StatusCode);
        Assert.DoesNotContain(number, (await app.Page("/dokumenty")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_gives_each_number_once()
    {
        var (office, number) = (await app.Office(), Number());
        await Send(office, "/biuro/uchwaly/wpis", null, Resolution(number, "Public"));

        var twice = await Send(office, "/biuro/uchwaly/wpis", null, Resolution(number, "Public"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        Assert.NotEmpty((await twice.Page()).QuerySelector("#Form_Number-e")!.TextContent);
        Assert.Equal(HttpStatusCode.Redirect, (await Send(office, "/biuro/uchwaly/wpis", null, new(Resolution(number, "Public")) { ["Form.Body"] = "Walne Zgromadzenie" })).StatusCode);
    }

    [Fact]
    public async Task Of_two_who_correct_an_entry_the_later_sees_both_and_decides()
    {
        var (office, number) = (await app.Office(), Number());
        await Send(office, "/biuro/uchwaly/wpis", null, Resolution(number, "Public"));
        var address = $"/biuro/uchwaly/wpis/{await app.Db(db => db.Set<Resolution>().Where(r => r.Number == number).Select(r => r.Id).SingleAsync())}";
        var late = await (await office.GetAsync(address)).Page();
        await office.Fill(address, "Zapisz uchwałę", new() { ["Form.Title"] = "O porcie" });

        var answer = await office.Send(late, address, "Zapisz uchwałę", new() { ["Form.Title"] = "O przystani" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var shown = await answer.Page();
        Assert.Equal("O porcie", shown.QuerySelector(".error-summary td")!.TextContent);
        Assert.Equal("O przystani", shown.QuerySelector("#Form_Title")!.GetAttribute("value"));

        Assert.Equal(HttpStatusCode.Redirect, (await office.Send(shown, address, "Zapisz uchwałę", [])).StatusCode);
        Assert.Equal("O przystani", await app.Db(db => db.Set<Resolution>().Where(r => r.Number == number).Select(r => r.Title).SingleAsync()));
    }

    [Fact]
    public async Task What_is_no_PDF_is_refused_and_nothing_is_kept()
    {
        var (office, number) = (await app.Office(), Number());

        foreach (var file in (byte[][])[Encoding.UTF8.GetBytes("<html><script>alert(1)</script>"), [.. "%PDF-1.4 cut off"u8, .. new byte[2000]], [.. "%PDF-1.4\n<< /OpenAction << /S /JavaScript >> >>\n%%EOF\n"u8], [.. "%PDF-1.4\n<< /AA << /S /J#61vaScript >> >>\n%%EOF\n"u8]])
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(office, "/biuro/uchwaly/wpis", file, Resolution(number, "Public"))).StatusCode);

        Assert.False(await app.Db(db => db.Set<Resolution>().AnyAsync(r => r.Number == number)));
    }

    [Fact]
    public async Task The_statute_has_versions_and_declarations_name_the_one_in_force()
    {
        var office = await app.Office();
        await Send(office, "/biuro/dokumenty/wpis", Pdf, new() { ["Form.Title"] = "Statut izby", ["Form.Kind"] = "Statute", ["Form.Visibility"] = "Public", ["Form.Label"] = "2020", ["Form.ValidDate"] = "1.06.2020" });
        var id = await app.Db(db => db.Set<ChamberDocument>().Where(d => d.Title == "Statut izby").Select(d => d.Id).SingleAsync());
        await Send(office, $"/biuro/dokumenty/wpis/{id}", [.. Pdf, (byte)'\n'], new() { ["Form.Visibility"] = "Public", ["Form.Label"] = "2026", ["Form.ValidDate"] = "1.11.2026" });
        await Send(office, $"/biuro/dokumenty/wpis/{id}", [.. Pdf, (byte)' '], new() { ["Form.Visibility"] = "Public", ["Form.Label"] = "2027", ["Form.ValidDate"] = "1.01.2027" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(office, $"/biuro/dokumenty/wpis/{id}", Pdf, new() { ["Form.Label"] = "2026", ["Form.ValidDate"] = "1.11.2026" })).StatusCode);

        var nip = Declaring.Nip();
        await app.Client().Declare(nip, "Po Nowym Statucie");
        Assert.Equal("2026", (await app.Declaration(nip)).StatuteVersion);
        Assert.Contains("2026, PDF obowiązuje od 1 listopada 2026", (await app.Page("/dokumenty")).Text().Replace(": Statut izby", "", StringComparison.Ordinal), StringComparison.Ordinal);

        await Send(office, $"/biuro/dokumenty/wpis/{id}", null, new() { ["Form.Visibility"] = "Office", ["Form.Label"] = "", ["Form.ValidDate"] = "" });
        var version = await app.Db(db => db.Set<DocumentVersion>().Where(v => v.DocumentId == id).Select(v => v.Id).FirstAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client().GetAsync($"/dokumenty/plik/{version}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync($"/dokumenty/plik/{version}")).StatusCode);
    }

    [Fact]
    public async Task A_committee_has_terms_and_the_public_page_shows_those_of_today()
    {
        var office = await app.Office();
        await office.Fill("/biuro/wladze", "Dodaj organ", new() { ["Name"] = "Komisja Portowa", ["Task"] = "Dba o port." });
        var id = await app.Db(db => db.Set<ChamberBody>().Where(b => b.Name == "Komisja Portowa").Select(b => b.Id).SingleAsync());
        Task<HttpResponseMessage> Seat(string person, string since, string until) => office.Fill("/biuro/wladze", "Dodaj osobę",
            new() { ["Form.BodyId"] = $"{id}", ["Form.PersonName"] = person, ["Form.Function"] = "członek komisji", ["Form.Since"] = since, ["Form.Until"] = until, ["Form.ResolutionNumber"] = "" });
        await Seat("Dawny Prezes", "1.06.2018", "31.05.2022");
        await Seat("Obecna Prezes", "1.06.2022", "31.05.2030");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Seat("Zła Kadencja", "1.06.2026", "31.05.2025")).StatusCode);

        var page = (await app.Page("/wladze")).Text();
        Assert.Contains("Obecna Prezes", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Dawny Prezes", page, StringComparison.Ordinal);
        await office.Fill("/biuro/wladze", "Zakończ: Obecna Prezes", new() { ["day"] = "2026-11-21" });
        Assert.DoesNotContain("Obecna Prezes", (await app.Page("/wladze")).Text(), StringComparison.Ordinal);
        Assert.Contains("Dawny Prezes", (await (await office.GetAsync("/biuro/wladze")).Page()).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_firm_is_freed_from_its_fees_beforehand_by_a_resolution()
    {
        var firm = await app.Member("Zwalniana", new DateOnly(2019, 1, 1));
        var celina = await app.As(await app.Person("Celina", staff: Role.Treasurer));
        Task<HttpResponseMessage> Free(string percent, string from, string until) => celina.Fill("/biuro/skladki/zwolnienia", "Zapisz zwolnienie", new()
        {
            ["Form.Firm"] = "/firma/" + firm.Slug, ["Form.From"] = from, ["Form.Until"] = until, ["Form.Percent"] = percent, ["Form.Reason"] = "Pożar hali", ["Form.ResolutionNumber"] = "70/2026", ["Form.ResolutionDate"] = "20.11.2026",
        });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Free("120", "1.12.2026", "31.03.2027")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Free("50", "1.12.2026", "kiedyś")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Free("50", "1.12.2026", "31.03.2027")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Free("100", "1.03.2027", "")).StatusCode); // lies over the first

        var exemption = await app.Db(db => db.Set<FeeExemption>().Include(e => e.Resolution).SingleAsync(e => e.CompanyId == firm.Id));
        Assert.Equal((50m, new DateOnly(2027, 3, 31), "70/2026"), (exemption.Percent, exemption.ValidUntil, exemption.Resolution.Number));
        await celina.Fill("/biuro/skladki/zwolnienia", $"Zakończ: {firm.Name}", new() { ["day"] = "2026-12-31" });
        Assert.Equal(new DateOnly(2026, 12, 31), await app.Db(db => db.Set<FeeExemption>().Where(e => e.CompanyId == firm.Id).Select(e => e.ValidUntil).SingleAsync()));
    }

    private static string Number() => $"{Guid.NewGuid():N}"[..8] + "/2026";

    private static Dictionary<string, string> Resolution(string number, string visibility) =>
        new() { ["Form.Number"] = number, ["Form.AdoptedDate"] = "12.11.2026", ["Form.Body"] = "Zarząd", ["Form.Title"] = "O sprawach ważnych", ["Form.Text"] = "Zarząd postanawia.", ["Form.Visibility"] = visibility };

    private static async Task<HttpResponseMessage> Send(HttpClient office, string address, byte[]? file, Dictionary<string, string> fields)
    {
        var token = (await (await office.GetAsync(address)).Page()).QuerySelector("main form[enctype] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        form.Add(new StringContent(token), "__RequestVerificationToken");
        if (file is not null)
            form.Add(new ByteArrayContent(file), "pdf", "dokument.pdf");
        return await office.PostAsync(address, form);
    }
}
