using Norda.Platform;

namespace Norda.Features.Fees.Online;

/// <summary>A form that ends at the operator's page: browsers hold each step of it against form-action, so this page names the operator there.</summary>
internal static class PayPolicy
{
    private const string Own = "form-action 'self'";

    public static void LetFormsLeadTo(this HttpResponse response, IPaymentOperator payments)
    {
        if (payments.IsOn)
            response.Headers.ContentSecurityPolicy = SecurityHeaders.ContentPolicy.Replace(Own, $"{Own} {payments.Origin}", StringComparison.Ordinal);
    }
}
