using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Directory.History;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Office.AuditLog;

/// <summary>The audit log as a file for a spreadsheet, narrowed as the page was, each entry with the hashes that prove it.</summary>
public static class AuditFile
{
    public static void MapAuditFile(this WebApplication app) => app.MapGet("/biuro/dziennik.csv", Show).Requires(Resource.AuditExport, Act.Read).AsksForFreshProof().ExcludeFromDescription();

    private static Task Show(HttpContext http, AppDb db, IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        var heading = CsvText.Line(texts["Numer"], texts["Kiedy"], texts["Kto"], texts["Z adresu"], texts["Co zrobiono"], texts["Tabela"], texts["Wiersz"], texts["Firma"], texts["Było"], texts["Jest"], texts["Operacja"], texts["Skrót wpisu"]);
        return CsvText.Write(http, "dziennik.csv", heading, AuditQuery.Read(http.Request.Query).Rows(db).AsAsyncEnumerable().Select(r => CsvText.Line(
            r.Entry.Id.ToString(CultureInfo.InvariantCulture), r.Entry.At.ToWarsaw().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), IndexModel.Who(r, texts), r.Address, texts[AuditWords.Of(r.Entry.Action)],
            r.Entry.TableName, r.Entry.RowKey, r.Firm, r.Before, r.After, r.Entry.Operation.ToString(), r.Entry.Hash)), cancel);
    }
}
