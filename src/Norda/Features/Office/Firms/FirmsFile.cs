using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Directory.Care;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Office.Firms;

/// <summary>The office's list of firms as a file for a spreadsheet, narrowed as the page was.</summary>
public static class FirmsFile
{
    public static void MapFirmsFile(this WebApplication app) => app.MapGet("/biuro/firmy.csv", Show).Requires(Resource.Firm, Act.Read).ExcludeFromDescription();

    private static Task Show(HttpContext http, AppDb db, TimeProvider clock, IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        var asked = FirmQuery.Read(http.Request.Query);
        var rows = asked.Ordered(asked.Chosen(db, clock.GetUtcNow().UtcDateTime).AsNoTracking()).Select(c => new
        {
            c.Name, c.LegalName, c.Nip, c.Regon, c.Krs, Category = c.Category!.Name, c.Address.Town, c.Email, c.Phone, c.Website, c.Status, c.DataQuality, Score = (int?)c.Quality!.QualityScore, c.Quality.LastVerifiedAt, c.UpdatedAt, c.Slug,
            Owner = db.Set<CompanyUser>().Where(p => p.CompanyId == c.Id && p.Role == CompanyRole.Owner && p.Status == CompanyUserStatus.Approved && p.User.IsActive).OrderBy(p => p.UserId).Select(p => p.User.Name).FirstOrDefault(),
        }).AsAsyncEnumerable();
        var heading = CsvText.Line(texts["Nazwa"], texts["Pełna nazwa z rejestru"], "NIP", "REGON", "KRS", texts["Branża"], texts["Miejscowość"], texts["E-mail"], texts["Telefon"], texts["Strona WWW"], texts["Stan"],
            texts["Jakość danych"], texts["Sprawdzona"], texts["Zmieniona"], texts["Właściciel profilu"], texts["Adres strony"]);
        return CsvText.Write(http, "firmy.csv", heading, rows.Select(c => CsvText.Line(
            c.Name, c.LegalName, c.Nip, c.Regon, c.Krs, c.Category, c.Town, c.Email, c.Phone, c.Website, texts[ChangeFirmState.Word(c.Status)],
            c.Score?.ToString(CultureInfo.InvariantCulture), Day(c.LastVerifiedAt), Day(c.UpdatedAt), c.Owner, http.Request.PublicUrl("/firma/" + c.Slug))), cancel);
    }

    private static string? Day(DateTime? at) => at?.ToWarsaw().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
