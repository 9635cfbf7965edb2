using Microsoft.Extensions.Localization;
using Norda.Features.Membership.Joining;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Register;

/// <summary>The register as a file: the members of the question, all pages of it.</summary>
public static class ExportMembers
{
    private const int Most = 50_000;

    public static void MapMemberFiles(this WebApplication app)
    {
        app.MapGet("/biuro/czlonkowie/eksport.csv", Csv).Requires(Resource.Member, Act.Read).ExcludeFromDescription();
        app.MapGet("/biuro/czlonkowie/eksport.xlsx", Xlsx).Requires(Resource.Member, Act.Read).ExcludeFromDescription();
    }

    private static async Task<IResult> Csv(HttpRequest request, MemberList list, TimeProvider clock, IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        var (name, rows) = await Read(request, list, clock, texts, cancel);
        return Results.File(SheetWriter.ToCsv(rows), CsvText.ContentType, name + ".csv");
    }

    private static async Task<IResult> Xlsx(HttpRequest request, MemberList list, TimeProvider clock, IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        var (name, rows) = await Read(request, list, clock, texts, cancel);
        return Results.File(SheetWriter.ToXlsx(name, rows), SheetWriter.Xlsx, name + ".xlsx");
    }

    private static async Task<(string Name, List<object?[]> Rows)> Read(HttpRequest request, MemberList list, TimeProvider clock, IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        var question = MemberQuestion.Read(request.Query, clock.Today());
        var rows = new List<object?[]>
        {
            new object?[]
            {
                texts["Nr"].Value, texts["Firma"].Value, "NIP", texts["Miejscowość"].Value, texts["Stan"].Value, texts["Członek od"].Value, texts["Członek do"].Value, texts["Rodzaj członkostwa"].Value,
                texts["Przedział składki"].Value, texts["Pracujące osoby"].Value, texts["Reprezentant"].Value, texts["Uchwała"].Value, texts["Powód zakończenia"].Value,
            },
        };
        foreach (var (row, status) in await list.Page(question, 0, Most, cancel))
            rows.Add([row.Number, row.Name, row.Nip, row.Town, texts[Standing.Word(status)].Value, row.Since, row.Until, texts[DeclarationWords.Of(row.Kind)].Value, row.Band, row.Staff, row.Representative, row.Resolution, row.EndReason]);
        return ($"czlonkowie-{question.Day:yyyy-MM-dd}", rows);
    }
}
