using Norda.Features.Mail.Bounces;
using Norda.Platform;
using Norda.Platform.Contributions;

namespace Norda.Features.Mail;

public static class MailModule
{
    public static void AddMail(this WebApplicationBuilder builder)
    {
        builder.AddLiveOptions<MailOptions>(MailOptions.Section);
        builder.Services.AddScoped<QueueMail>();
        builder.Services.AddScoped<SendMail>();
        builder.Services.AddScoped<ForgetMail>();
        builder.Services.AddScoped<RetryMail>();
        builder.Services.AddScoped<RecordBounce>().AddScoped<ReadBounces>().AddScoped<LiftHold>();
        builder.Services.AddScoped<INotice, NoSmtpNotice>().AddScoped<IForgetPerson, ForgetLetters>();
        builder.Services.AddHostedService<Postman>();
    }
}
