using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Norda.Features.Membership.Joining;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Register;

/// <summary>The register as a file, csv or xlsx: the members of the question, all pages of it.</summary>
[Access(Resource.Member, Act.Read)]
[ResponseCache(NoStore = true)]
public class ExportModel(MemberList list, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    private const int Most = 50_000;

    public async Task<IActionResult> OnGetAsync(string rodzaj, CancellationToken cancel)
    {
        var question = MemberQuestion.Read(Request.Query, clock.Today());
        var name = $"czlonkowie-{question.Day:yyyy-MM-dd}";
        return rodzaj switch
        {
            "csv" => File(SheetWriter.ToCsv(await Rows(question, cancel)), CsvText.ContentType, name + ".csv"),
            "xlsx" => File(SheetWriter.ToXlsx(name, await Rows(question, cancel)), SheetWriter.Xlsx, name + ".xlsx"),
            _ => NotFound(),
        };
    }

    private async Task<List<object?[]>> Rows(MemberQuestion question, CancellationToken cancel)
    {
        object?[] heading =
        [
            texts["Nr"].Value, texts["Firma"].Value, "NIP", texts["Miejscowość"].Value, texts["Stan"].Value, texts["Członek od"].Value, texts["Członek do"].Value, texts["Rodzaj członkostwa"].Value,
            texts["Przedział składki"].Value, texts["Pracujące osoby"].Value, texts["Reprezentant"].Value, texts["Uchwała"].Value, texts["Powód zakończenia"].Value,
        ];
        var rows = new List<object?[]> { heading };
        foreach (var (row, status) in await list.Page(question, 0, Most, cancel))
            rows.Add([row.Number, row.Name, row.Nip, row.Town, texts[Standing.Word(status)].Value, row.Since, row.Until, texts[DeclarationWords.Of(row.Kind)].Value, row.Band, row.Staff, row.Representative, row.Resolution, row.EndReason]);
        return rows;
    }
}
