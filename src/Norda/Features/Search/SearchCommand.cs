using System.CommandLine;
using System.Globalization;
using Norda.Data.Search;
using Norda.Platform;

namespace Norda.Features.Search;

/// <summary>Prints results as tab-separated lines, for scripts.</summary>
public static class SearchCommand
{
    public static Command Create(AppFactory app)
    {
        var text = new Argument<string>("szukane") { Description = "Co ma robić albo jak się nazywa szukana firma." };
        var command = new Command("search", "Szuka firm i wypisuje po jednej w wierszu: slug, nazwa, miejscowość, powód, wynik.") { text };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var built = app();
            await using var scope = built.Services.CreateAsyncScope();
            var page = await scope.ServiceProvider.GetRequiredService<ISearchIndex>().Find(new SearchQuestion { Text = parsed.GetValue(text)! }, cancel);
            if (page.CorrectedText is not null)
                await Console.Error.WriteLineAsync($"dla „{page.CorrectedText}”");
            foreach (var hit in page.Hits)
                Console.WriteLine(string.Join('\t', hit.Slug, hit.Name, hit.Town, string.Join("; ", hit.Reasons.Select(r => r.Text)), hit.Score.ToString("0.000", CultureInfo.InvariantCulture)));
            await Console.Error.WriteLineAsync($"razem: {page.Total}");
            return 0;
        });
        return command;
    }
}

public static class ReindexCommand
{
    public static Command Create(AppFactory app)
    {
        var command = new Command("reindex", "Buduje indeks wyszukiwania od nowa.");
        command.SetAction(async (_, cancel) =>
        {
            await using var built = app();
            await using var scope = built.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ISearchIndex>().Rebuild(cancel);
            return 0;
        });
        return command;
    }
}
