using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Fees.Statements.Reading;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Statements;

/// <summary>Numbers of columns as a person chose them; below zero is none.</summary>
public sealed class ColumnsForm
{
    public int Data { get; set; } = -1;
    public int Kwota { get; set; } = -1;
    public int Tytul { get; set; } = -1;
    public int Nazwa { get; set; } = -1;
    public int Rachunek { get; set; } = -1;
    public int Waluta { get; set; } = -1;
    public int Numer { get; set; } = -1;

    public CsvColumns Columns => new(Data, Kwota, Tytul, Nazwa, Rachunek, Waluta, Numer);

    public static ColumnsForm Of(CsvColumns columns) => new() { Data = columns.Date, Kwota = columns.Amount, Tytul = columns.Title, Nazwa = columns.Name, Rachunek = columns.Account, Waluta = columns.Currency, Numer = columns.Reference };
}

/// <summary>What do the columns of this bank's table mean? Asked once for all its files.</summary>
[Access(Resource.Fee, Act.Change)]
[ResponseCache(NoStore = true)]
public class ColumnsModel(AppDb db, ExplainColumns explain, IStringLocalizer<Texts> texts) : PageModel
{
    public UnknownTable Table { get; private set; } = null!;
    public string FileName { get; private set; } = "";
    public ColumnsForm Form { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await db.Set<BankStatement>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.UndoneAt == null && s.Content != null, cancel) is not { } statement || ExplainColumns.Table(statement) is not { } table)
            return NotFound();
        (Table, FileName, Form) = (table, statement.FileName, ColumnsForm.Of(table.Guess));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, [FromForm] ColumnsForm form, CancellationToken cancel)
    {
        var outcome = await explain.Run(id, form.Columns, cancel);
        return await this.Answer(outcome, texts["Zapamiętaliśmy te kolumny. Następny plik z tego banku wczyta się bez pytania."], () => LocalRedirect(Url.Content($"~/biuro/skladki/wyciagi/{id}")), async () =>
        {
            var again = await OnGetAsync(id, cancel);
            Form = form;
            return again;
        });
    }
}
