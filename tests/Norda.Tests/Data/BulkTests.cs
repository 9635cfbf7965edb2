using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Directory;

namespace Norda.Tests.Data;

public class BulkTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_row_written_in_bulk_is_the_row_that_SaveChanges_writes()
    {
        var slow = Full("Powolna", "5881000007");
        await app.Db(async db =>
        {
            db.Add(slow);
            await db.SaveChangesAsync();
        });
        var (fast, bare) = (Full("Powolna", "5881013719"), new Company { Name = "Goła", Slug = "gola" });
        await app.Db(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Number([fast, bare], CancellationToken.None);
            await db.Insert([fast, bare], CancellationToken.None);
            await db.Insert([new CompanyContact { CompanyId = fast.Id, ContactType = "email", Value = "a@b.example", SourceDate = new DateOnly(2026, 11, 22) }], CancellationToken.None);
            await db.Insert(Array.Empty<Company>(), CancellationToken.None);
            await transaction.CommitAsync();
        });

        Assert.Equal(await Columns(slow.Id), await Columns(fast.Id));
        Assert.Equal((slow.Id + 1, slow.Id + 2), (fast.Id, bare.Id));
        Assert.Equal("Goła", await app.Db(db => db.Companies.Where(c => c.Id == bare.Id && c.Nip == null).Select(c => c.Name).SingleAsync()));
        Assert.True(await app.Db(db => db.Set<CompanyContact>().Where(c => c.CompanyId == fast.Id).Select(c => c.Id).SingleAsync()) > 0);

        // The next firm in the usual way gets the next number.
        Assert.Equal(bare.Id + 1, (await app.Firm("Następna")).Id);
    }

    private static Company Full(string name, string nip) => new()
    {
        Name = name, Slug = nip, Nip = nip, LegalName = "Pełna \"nazwa\"; łąka", Status = CompanyStatus.Pending, DataQuality = DataQualityLevel.Complete, DigitalMaturityScore = 7,
        AiEnabled = true, AiToolsUsed = ["Copilot", "Claude, \"ostatni\""], DescriptionFull = "dwa\nwiersze", Founded = new DateOnly(1999, 12, 31),
        CreatedAt = new DateTime(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc), Address = new Address { Town = "Łeba", Latitude = 54.76, Longitude = 17.55 },
    };

    /// <summary>All but the columns that must differ.</summary>
    private Task<string> Columns(int id) => app.Db(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"select * from companies where id = {id}";
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return string.Join('|', Enumerable.Range(0, row.FieldCount).Where(i => row.GetName(i) is not ("id" or "slug" or "nip")).Select(i => row.GetName(i) + "=" + (row.GetValue(i) switch
        {
            byte[] bytes => Convert.ToHexString(bytes),
            string[] texts => string.Join(',', texts),
            DateTime time => time.ToString("O"),
            var value => FormattableString.Invariant($"{value}"),
        })));
    });
}
