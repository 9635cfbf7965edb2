using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Accounts;
using Norda.Features.Directory;
using Norda.Platform.Access;

namespace Norda.Tests.Privacy;

/// <summary>Anna takes away all that is held about her, and nothing about Bartek.</summary>
public sealed class MyDataTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_export_holds_every_personal_table_and_no_secret()
    {
        var firm = await app.Firm("Anna Sama", more: c => (c.LegalForm, c.Phone) = ("jdg", "+48580001122"));
        var anna = await app.WithPassword(await app.Person("Anna Ciekawa", firm, CompanyRole.Owner));
        var bartek = await app.Person("Bartek Obcy", firm);
        var hash = await app.Db(db => db.Set<User>().Where(u => u.Id == anna.Id).Select(u => u.PasswordHash).SingleAsync());

        var files = await Files(await (await app.As(anna)).Fill("/konto/moje-dane", "Pobierz moje dane", new() { ["Password"] = CanaryApp.Password }));

        Assert.Equal("Anna Ciekawa", JsonDocument.Parse(files["users.json"]).RootElement[0].GetProperty("name").GetString());
        Assert.Contains("Anna Ciekawa", files["users.csv"], StringComparison.Ordinal);
        Assert.Equal(firm.Id, JsonDocument.Parse(files["company_users.json"]).RootElement[0].GetProperty("company_id").GetInt32());
        Assert.Contains("+48580001122", files["companies.json"], StringComparison.Ordinal);
        Assert.Contains("192.0.2.1", files["user_sessions.csv"], StringComparison.Ordinal);
        Assert.Contains("Konto (1)", files["CZYTAJ.txt"], StringComparison.Ordinal);
        var all = string.Concat(files.Values);
        Assert.DoesNotContain(hash!, all, StringComparison.Ordinal);
        Assert.DoesNotContain(bartek.Email!, all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_browser_is_not_enough()
    {
        var anna = await app.WithPassword(await app.Person("Anna Ostrożna"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await app.As(anna)).Fill("/konto/moje-dane", "Pobierz moje dane", new() { ["Password"] = "nie to hasło wcale" })).StatusCode);
    }

    [Fact]
    public async Task The_office_exports_for_a_person_who_asked()
    {
        var anna = await app.Person("Anna Prosząca");
        var olga = await app.As(await app.Officer());

        var files = await Files(await olga.Fill($"/biuro/rodo/osoba/{anna.Id}", "Pobierz dane osoby", new() { ["Password"] = CanaryApp.Password }));

        Assert.Contains(anna.Email!, files["users.json"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_looks_like_a_formula_is_none()
    {
        var sly = await app.WithPassword(await app.Person("=Suma Anna"));

        var files = await Files(await (await app.As(sly)).Fill("/konto/moje-dane", "Pobierz moje dane", new() { ["Password"] = CanaryApp.Password }));

        Assert.Contains("'=Suma Anna", files["users.csv"], StringComparison.Ordinal);
    }

    private static async Task<Dictionary<string, string>> Files(HttpResponseMessage answer)
    {
        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        var files = new Dictionary<string, string>();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            files[entry.FullName] = await reader.ReadToEndAsync();
        }

        return files;
    }
}
