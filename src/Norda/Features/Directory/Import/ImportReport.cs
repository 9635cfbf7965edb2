using System.Globalization;
using System.Text;
using Norda.Platform;

namespace Norda.Features.Directory.Import;

/// <summary>
/// Tells a person of the office what came of each row. A dry run shows every row; a real one those that were
/// changed, refused, or have something left out.
/// </summary>
public sealed class ImportReport(TextWriter output, TextWriter progress, TimeProvider clock)
{
    private static readonly CultureInfo Polish = new("pl-PL");

    private readonly StringBuilder lines = new();
    private readonly Dictionary<Membership, int> members = [];
    private readonly long started = clock.GetTimestamp();
    private TimeSpan shown;
    private bool everyRow;
    private int count;

    internal void Begin(ImportOrder order, string kind, IReadOnlyList<string> unmapped, ImportBatch? earlier)
    {
        everyRow = order.DryRun;
        Line($"Plik: {Path.GetFileName(order.Path)} ({kind})");
        if (earlier is not null)
            Line($"Ten sam plik wczytano już {Time(earlier.StartedAt)}, przebieg {earlier.Id}{(earlier.UndoneAt is { } undone ? $", cofnięty {Time(undone)}" : "")}.");
        if (unmapped.Count > 0)
        {
            Line($"Kolumny bez znaczenia dla katalogu: {string.Join(", ", unmapped.Select(u => $"„{u}”"))}.");
            Line($"  Znaczenie wskazuje się raz, na przykład: --map \"{unmapped[0]}=description\"");
        }

        Line(order.DryRun ? "Próba: nic nie zostanie zapisane. Wszystkie wiersze:" : "Wiersze zmienione, odrzucone i z uwagami (wszystkie pokazuje --dry-run):");
        Line("");
        Line("wiersz  wynik       firma");
    }

    internal void Row(RowResult result)
    {
        var row = result.Row;
        count++;
        if (row.Refusal is null)
            members[row.Member] = members.GetValueOrDefault(row.Member) + 1;
        if (!everyRow && row.Remarks.Count == 0 && result.Outcome is RowOutcome.New or RowOutcome.Same)
            return;
        var town = row.Town is null ? "" : $", {row.Town}";
        var name = row.Name.Length == 0 ? "(bez nazwy)" : row.Name;
        var reason = row.Refusal is not null ? $": {row.Refusal}" : row.EarlierLine > 0 ? $" (ta sama firma co w wierszu {row.EarlierLine})" : "";
        Line($"{row.Line,6}  {Word(result.Outcome),-10}  {name}{town}{reason}");
        foreach (var change in result.Changes)
            Line($"{"",20}{change}");
        foreach (var remark in row.Remarks)
            Line($"{"",20}! {remark}");
    }

    /// <summary>Writes what has come together, and once a second how far it is and how fast.</summary>
    internal void Progress()
    {
        Flush();
        var elapsed = clock.GetElapsedTime(started);
        if (elapsed - shown < TimeSpan.FromSeconds(1))
            return;
        shown = elapsed;
        progress.WriteLine(Spaced($"{count:N0} {Plural.Word(count, "wiersz|wiersze|wierszy")}, {count / elapsed.TotalSeconds:N0}/s"));
    }

    internal void End(ImportOrder order, ImportTotals totals, ListNames names)
    {
        Line("");
        if (names.NewCategories.Count > 0)
            Line($"Nowe branże: {string.Join(", ", names.NewCategories.Select(c => c.Name))}.");
        if (names.NewServices.Count > 0)
            Line($"Nowe usługi: {string.Join(", ", names.NewServices.Select(s => s.Name))}.");
        if (members.Keys.Any(m => m != Membership.NotSaid))
            Line($"Członek izby: {Members(Membership.Yes)} tak, {Members(Membership.No)} nie, {Members(Membership.Unclear)} niejasno, {Members(Membership.NotSaid)} bez odpowiedzi. Każda firma wchodzi do katalogu; odpowiedź zostaje przy wierszu przebiegu, dla ewidencji członków.");
        Line(Spaced($"Razem {totals.Rows:N0} {Plural.Word(totals.Rows, "wiersz|wiersze|wierszy")}: {totals.New:N0} {Plural.Word(totals.New, "nowa firma|nowe firmy|nowych firm")}, {totals.Changed:N0} {Plural.Word(totals.Changed, "zmieniona|zmienione|zmienionych")}, {totals.Same:N0} bez zmian, {totals.Refused:N0} {Plural.Word(totals.Refused, "odrzucona|odrzucone|odrzuconych")}."));
        Line(totals.Batch is { } batch ? $"Zapisano jako przebieg {batch}. Cofnięcie całości: norda import undo {batch}"
            : order.DryRun ? "To była próba: nic nie zapisano."
            : "Nic się nie zmieniło, więc przebiegu nie zapisano.");
        Flush();
    }

    internal static string Time(DateTime utc) => utc.ToWarsaw().ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Whoever runs an import, on whatever machine: the office reads Polish.</summary>
    internal static void SpeakPolish() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Polish;

    private static string Word(RowOutcome outcome) => outcome switch
    {
        RowOutcome.New => "nowa",
        RowOutcome.Changed => "zmieniona",
        RowOutcome.Same => "bez zmian",
        _ => "odrzucona",
    };

    /// <summary>The language's no-break space between thousands is a plain one for whoever searches the report.</summary>
    private static string Spaced(FormattableString text) => text.ToString(Polish).Replace('\u00A0', ' ');

    private int Members(Membership answer) => members.GetValueOrDefault(answer);

    private void Line(string line) => lines.Append(line).Append('\n');

    private void Flush()
    {
        output.Write(lines);
        lines.Clear();
    }
}
