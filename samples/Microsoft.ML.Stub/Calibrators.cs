namespace Microsoft.ML.Calibrators;

public sealed class CalibratorTransformer<TICalibrator> : ITransformer
    where TICalibrator : class
{
    internal CalibratorTransformer()
    {
    }

    public bool IsRowToRowMapper => throw StandIn.CannotRun();

    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => throw StandIn.CannotRun();

    public IDataView Transform(IDataView input) => throw StandIn.CannotRun();
}

public abstract class CalibratorEstimatorBase<TICalibrator> : IEstimator<CalibratorTransformer<TICalibrator>>
    where TICalibrator : class
{
    private protected CalibratorEstimatorBase()
    {
    }

    public CalibratorTransformer<TICalibrator> Fit(IDataView input) => throw StandIn.CannotRun();

    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => throw StandIn.CannotRun();
}

public sealed class PlattCalibratorEstimator : CalibratorEstimatorBase<PlattCalibrator>
{
    internal PlattCalibratorEstimator()
    {
    }
}

public sealed class FixedPlattCalibratorEstimator : CalibratorEstimatorBase<PlattCalibrator>
{
    internal FixedPlattCalibratorEstimator()
    {
    }
}

public sealed class NaiveCalibrator
{
    internal NaiveCalibrator()
    {
    }
}

public sealed class NaiveCalibratorEstimator : CalibratorEstimatorBase<NaiveCalibrator>
{
    internal NaiveCalibratorEstimator()
    {
    }
}

public sealed class IsotonicCalibrator
{
    internal IsotonicCalibrator()
    {
    }
}

public sealed class IsotonicCalibratorEstimator : CalibratorEstimatorBase<IsotonicCalibrator>
{
    internal IsotonicCalibratorEstimator()
    {
    }
}
