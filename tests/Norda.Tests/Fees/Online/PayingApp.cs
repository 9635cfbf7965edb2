using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Directory;
using Norda.Features.Fees;
using Norda.Features.Fees.Online;
using Norda.Platform.Access;

namespace Norda.Tests.Fees.Online;

/// <summary>The application with the keys of an operator that runs on this machine.</summary>
public sealed class PayingApp : TestApp
{
    internal Przelewy24Server Operator { get; } = new();

    public override async ValueTask InitializeAsync()
    {
        await Operator.Start();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Operator.DisposeAsync();
    }

    /// <summary>A firm that owes 150 zł for each month, and its owner's browser.</summary>
    internal async Task<(Company Firm, HttpClient Owner)> Debtor(params int[] months)
    {
        var firm = await this.Member("Płatna", new DateOnly(2020, 3, 2));
        await this.Owes(firm, 150, months);
        return (firm, await this.As(await this.Person("Paweł", firm, CompanyRole.Owner)));
    }

    /// <summary>The owner presses "Zapłać online" and is led to the operator.</summary>
    internal async Task<string> Start(HttpClient owner, Company firm)
    {
        var answer = await owner.Fill($"/moja-firma/skladki?firma={firm.Slug}", null, []);
        var token = answer.Headers.Location!.ToString().Split('/')[^1];
        return Operator.Transactions.Values.Single(t => t.Token == token).SessionId;
    }

    /// <summary>From the button to the confirmed payment.</summary>
    internal async Task<OnlinePayment> Paid(HttpClient owner, Company firm)
    {
        var session = await Start(owner, firm);
        await Tell(Operator.Pay(session));
        return await Row(session);
    }

    internal async Task<HttpResponseMessage> Tell(string notice, string path = "/platnosci/przelewy24/wplata")
    {
        using var body = new StringContent(notice, Encoding.UTF8, "application/json");
        return await Client().PostAsync(path, body);
    }

    internal Task<OnlinePayment> Row(string session) => Db(db => db.Set<OnlinePayment>().AsNoTracking().SingleAsync(p => p.SessionId == session));

    internal Task<List<FeePayment>> Ledger(Company firm) => Db(db => db.Set<FeePayment>().AsNoTracking().Where(p => p.CompanyId == firm.Id).OrderBy(p => p.Id).ToListAsync());

    internal Task<decimal> PaidFor(Company firm) => Db(async db => (await db.Set<Fee>().Where(f => f.CompanyId == firm.Id).Select(f => f.AmountPaid).ToListAsync()).Sum());

    internal Task<int> Job() => Services.Use<WorkOnlinePayments, int>(job => job.Run(CancellationToken.None));

    internal async Task<HttpClient> Treasurer() => await this.As(await this.Person("Celina", staff: Role.Treasurer));

    internal static Task<HttpResponseMessage> Refund(HttpClient treasurer, OnlinePayment payment, string reason = "Firma zapłaciła dwa razy") =>
        treasurer.Fill($"/biuro/skladki/online/{payment.Id}/zwrot", "Zwróć pieniądze", new() { ["powod"] = reason });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Norda:Przelewy24:MerchantId", Przelewy24Server.Merchant.ToString(CultureInfo.InvariantCulture));
        builder.UseSetting("Norda:Przelewy24:PosId", Przelewy24Server.Pos.ToString(CultureInfo.InvariantCulture));
        builder.UseSetting("Norda:Przelewy24:ApiKey", Przelewy24Server.ApiKey);
        builder.UseSetting("Norda:Przelewy24:Crc", Przelewy24Server.Crc);
        builder.UseSetting("Norda:Przelewy24:Address", Operator.Address);
    }
}
