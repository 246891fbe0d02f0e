/// <summary>Logistic regression by gradient descent on standardized features.</summary>
internal sealed class LogisticRegression
{
    private readonly double[] _means;
    private readonly double[] _deviations;
    private readonly double[] _weights;
    private double _bias;

    public LogisticRegression(List<Person> train, int steps = 2_000, double rate = 0.5)
    {
        var width = train[0].Features.Length;
        (_means, _deviations, _weights) = (new double[width], new double[width], new double[width]);
        for (var j = 0; j < width; j++)
        {
            _means[j] = train.Average(person => person.Features[j]);
            _deviations[j] = Math.Sqrt(train.Average(person => Math.Pow(person.Features[j] - _means[j], 2))) + 1e-9;
        }

        for (var step = 0; step < steps; step++)
        {
            var (slopes, slope) = (new double[width], 0.0);
            foreach (var person in train)
            {
                var error = Probability(person) - person.HasDeductible;
                slope += error;
                for (var j = 0; j < width; j++)
                    slopes[j] += error * Standard(person, j);
            }

            _bias -= rate * slope / train.Count;
            for (var j = 0; j < width; j++)
                _weights[j] -= rate * slopes[j] / train.Count;
        }
    }

    public double Probability(Person person)
    {
        var sum = _bias;
        for (var j = 0; j < _weights.Length; j++)
            sum += _weights[j] * Standard(person, j);
        return 1 / (1 + Math.Exp(-sum));
    }

    private double Standard(Person person, int j) => (person.Features[j] - _means[j]) / _deviations[j];
}
