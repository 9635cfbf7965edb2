using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Norda.Features.Fees.Online;
using Norda.Platform.Access;

namespace Norda.Tests.Fees.Online;

/// <summary>Without keys nothing is there; with wrong ones nothing happens.</summary>
public sealed class KeyTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Without_keys_there_is_no_button_and_no_address()
    {
        var firm = await app.Member("Bez Kluczy", new DateOnly(2020, 3, 2));
        await app.Owes(firm, 150, 10);
        var owner = await app.As(await app.Person("Paweł", firm, CompanyRole.Owner));
        var treasurer = await app.As(await app.Person("Celina", staff: Role.Treasurer));

        Assert.DoesNotContain("Zapłać online", await owner.GetStringAsync("/moja-firma/skladki"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync($"/moja-firma/skladki/online?firma={firm.Slug}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync("/moja-firma/skladki/online/abc")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await treasurer.GetAsync("/biuro/skladki/online/1/zwrot")).StatusCode);
        foreach (var address in new[] { "/platnosci/przelewy24/wplata", "/platnosci/przelewy24/zwrot" })
            Assert.Equal(HttpStatusCode.NotFound, (await app.Client().PostAsync(address, new StringContent("{}"))).StatusCode);
        Assert.Equal(0, await app.Services.Use<WorkOnlinePayments, int>(job => job.Run(default)));
    }

    [Theory]
    [InlineData("Norda:Przelewy24:ApiKey", "zły klucz")]
    [InlineData("Norda:Przelewy24:Crc", "zły sekret")]
    public async Task A_planted_bad_key_takes_no_payment_and_says_so(string setting, string planted)
    {
        await using var server = new PayingApp();
        await server.InitializeAsync();
        var (firm, _) = await server.Debtor(10);
        var wrong = server.Operator;
        await using var other = await server.Changed(host => host.UseSetting(setting, planted));
        await using var scope = other.Services.CreateAsyncScope();
        var fee = await server.Db(db => db.Set<Norda.Features.Fees.Fee>().Where(f => f.CompanyId == firm.Id).Select(f => f.Id).SingleAsync());

        var (outcome, page) = await scope.ServiceProvider.GetRequiredService<StartOnlinePayment>().Run(new(firm.Id, [fee], Guid.NewGuid(), false, "http://localhost/", "http://localhost/"), default);

        Assert.Null(page);
        Assert.Contains("zapłać przelewem", outcome.Refusal, StringComparison.Ordinal);
        Assert.Empty(wrong.Transactions);
        Assert.Equal(OnlineState.Abandoned, await server.Db(db => db.Set<OnlinePayment>().Where(p => p.CompanyId == firm.Id).Select(p => p.State).SingleAsync()));
    }

    [Theory]
    [InlineData("123", null, null, "production")]
    [InlineData(null, "klucz", "crc", "production")]
    [InlineData("123", "klucz", "crc", "http://przelewy.example")]
    [InlineData("123", "klucz", "crc", "gdzieś")]
    public async Task Half_a_configuration_stops_the_start(string? merchant, string? key, string? crc, string address) =>
        await Assert.ThrowsAsync<OptionsValidationException>(() => app.Changed(host => host.UseSetting("Norda:Przelewy24:MerchantId", merchant).UseSetting("Norda:Przelewy24:ApiKey", key).UseSetting("Norda:Przelewy24:Crc", crc).UseSetting("Norda:Przelewy24:Address", address)));
}
