using Microsoft.EntityFrameworkCore;

namespace Norda.Tests.Directory.Import;

/// <summary>The verb as the operator types it, in a process of its own.</summary>
public class ImportCommandTests
{
    [Fact]
    public async Task From_the_file_to_the_list_and_back()
    {
        await using var database = await TestDatabase.Migrated();
        Task<(int Code, string Output, string Errors)> Norda(params string[] words) => NordaProcess.Run(database.ConnectionString, ["import", .. words]);

        var dry = await Norda("companies", OfficeFile.Path, "--dry-run");
        Assert.Equal(0, dry.Code);
        Assert.Contains("Razem 77 wierszy: 70 nowych firm, 1 zmieniona, 0 bez zmian, 6 odrzuconych.\nTo była próba: nic nie zapisano.", dry.Output, StringComparison.Ordinal);
        Assert.Equal(0, await Firms(database));

        var real = await Norda("companies", OfficeFile.Path, "--map", "Opis działalności=description_full");
        Assert.Equal((0, 70), (real.Code, await Firms(database)));

        var batch = real.Output.TrimEnd().Split(' ')[^1];
        Assert.Contains("firmy-z-biura.csv", (await Norda("list")).Output, StringComparison.Ordinal);
        var undone = await Norda("undo", batch);
        Assert.Equal((0, 0), (undone.Code, await Firms(database)));
        Assert.Contains($"Przebieg {batch} cofnięty.", undone.Output, StringComparison.Ordinal);
        var again = await Norda("undo", batch);
        Assert.Equal((1, $"Przebieg {batch} jest już cofnięty."), (again.Code, again.Errors.Trim()));
    }

    [Fact]
    public async Task A_broken_file_ends_with_1_and_a_misspelt_order_with_2()
    {
        await using var database = await TestDatabase.Migrated();
        using var empty = new TempFile([]);

        var broken = await NordaProcess.Run(database.ConnectionString, "import", "companies", empty.Path);
        var misspelt = await NordaProcess.Run(database.ConnectionString, "import", "companies", OfficeFile.Path, "--map", "Uwagi=kolor");

        Assert.Equal((1, "Plik jest pusty.\nNic nie zmieniono."), (broken.Code, broken.Errors.Trim()));
        Assert.Equal(2, misspelt.Code);
        Assert.StartsWith("Nie rozumiem --map \"Uwagi=kolor\".", misspelt.Errors, StringComparison.Ordinal);
    }

    private static async Task<int> Firms(TestDatabase database)
    {
        await using var db = database.Open();
        return await db.Companies.CountAsync();
    }
}
