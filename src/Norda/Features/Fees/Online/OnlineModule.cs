using Norda.Features.Fees.Account;

namespace Norda.Features.Fees.Online;

internal static class OnlineModule
{
    public static void AddOnlinePayments(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<Przelewy24Options>().BindConfiguration(Przelewy24Options.Section)
            .Validate(o => o.IsUsable, "Norda:Przelewy24: podaj MerchantId, ApiKey i Crc (albo nic), a jako Address production, sandbox albo adres https.").ValidateOnStart();
        Przelewy24Client.Configure(builder.Services);
        builder.Services.AddSingleton<Przelewy24Client>().AddSingleton<IPaymentOperator, Przelewy24>();
        builder.Services.AddScoped<StartOnlinePayment>().AddScoped<TakePaidNotice>().AddScoped<SettleOnlinePayment>();
        builder.Services.AddScoped<RefundOnlinePayment>().AddScoped<TakeRefundNotice>().AddScoped<WorkOnlinePayments>();
        builder.Services.AddSingleton(new AccountPanel(typeof(OnlineOfAccount), 5));
    }
}
