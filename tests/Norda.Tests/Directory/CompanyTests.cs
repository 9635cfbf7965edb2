using Microsoft.EntityFrameworkCore;

namespace Norda.Tests.Directory;

public class CompanyTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Of_two_who_edit_at_once_the_second_is_told()
    {
        var firm = await app.Firm("Dombud");
        await app.Db(async anna =>
        {
            var hers = await anna.Companies.SingleAsync(c => c.Id == firm.Id);
            hers.Name = "Dombud Anny";
            await app.Db(async bartek =>
            {
                var his = await bartek.Companies.SingleAsync(c => c.Id == firm.Id);
                his.Name = "Dombud Bartka";
                await bartek.SaveChangesAsync();
            });
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => anna.SaveChangesAsync());
        });
        var now = await app.Db(db => db.Companies.SingleAsync(c => c.Id == firm.Id));
        Assert.Equal(("Dombud Bartka", firm.Version + 1), (now.Name, now.Version));
    }
}
